/**
 * Showing the card to the account that holds it: one read. The phone that it is bound to gets a fresh credential each time;
 * another phone of the same account has to prove its holder's identity first (activation).
 */
import type { CardReplies, CardRequest, cardRefusals } from '../../domain/card/api'
import type { RequestRefusal } from '../../domain/refusals'
import { ok, type Result, refuse } from '../../domain/result'
import { cardAnswer } from '../_kit/card-answer'
import type { Call } from '../_kit/serve'
import { find } from '../_kit/store'

type CardRefusal = (typeof cardRefusals)[number] | RequestRefusal

export async function show(
  { devicePublicKey }: CardRequest<'show'>,
  { openid, now }: Call,
): Promise<Result<CardReplies['show'], CardRefusal>> {
  const [card] = await find('cards', { openid }, { order: 'issuedAt', direction: 'desc', limit: 1 })
  if (!card || card.activatedAt === null) {
    return refuse('card_none')
  }
  if (devicePublicKey && card.binding?.devicePublicKey !== devicePublicKey) {
    return refuse('device_changed')
  }
  return ok(await cardAnswer(card, devicePublicKey ? card.binding : null, now))
}
