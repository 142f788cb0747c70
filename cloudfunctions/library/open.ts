/**
 * Opening a resource: one read for the card, one write that counts, and a link. Nothing is kept of who reads what; the library
 * keeps which tickets were used (docs/library.md).
 */
import type { cardRefusals } from '../../domain/card/api'
import type { LibraryRefusal, LibraryReplies, LibraryRequest } from '../../domain/library/api'
import { LINKS_PER_DAY, readerRefusal } from '../../domain/library/reader'
import { TICKET_LIFE_MS } from '../../domain/library/ticket'
import type { RequestRefusal } from '../../domain/refusals'
import { ok, type Result, refuse } from '../../domain/result'
import { addDays, dayOf } from '../../domain/time/shanghai'
import { findResource } from '../../domain/university'
import { countAttempt } from '../_kit/attempts'
import type { Call } from '../_kit/serve'
import { find } from '../_kit/store'
import { linkTo } from './links'

type Refusal = LibraryRefusal | (typeof cardRefusals)[number] | RequestRefusal

export async function open(
  { resource: id }: LibraryRequest<'open'>,
  { openid, now }: Call,
): Promise<Result<LibraryReplies['open'], Refusal>> {
  const resource = findResource(id)
  if (!resource) {
    return refuse('resource_unknown')
  }
  const [card] = await find('cards', { openid }, { order: 'issuedAt', direction: 'desc', limit: 1 })
  if (!card || card.activatedAt === null || card.validUntil === null) {
    return refuse('card_none')
  }
  const today = dayOf(now)
  const refusal = readerRefusal({ ...card, validUntil: card.validUntil }, today)
  if (refusal) {
    return refuse(refusal)
  }
  const link = linkTo(resource)
  if (!link) {
    return refuse('library_not_ready')
  }
  if (!(await countAttempt(`library:${card._id}:${today}`, LINKS_PER_DAY))) {
    return refuse('library_limit', { from: addDays(today, 1) })
  }
  return ok({ now, url: await link(card, now), expires: now + TICKET_LIFE_MS })
}
