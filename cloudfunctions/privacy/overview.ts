/**
 * What an account's owner sees of their data: who looked at the document number, what was agreed to, what happens when.
 */
import { policiesOf } from '../../domain/office/policies'
import type { PrivacyRequest } from '../../domain/privacy/api'
import { ok } from '../../domain/result'
import type { Call } from '../_kit/serve'
import { loadSettings } from '../_kit/settings'
import { find, get } from '../_kit/store'
import { consentsOf } from './agree'
import type { Answer } from './answer'
import { personOf } from './person'

const MOST_VIEWS = 100
const MOST_COPIES = 10

export async function overview(_: PrivacyRequest<'overview'>, { openid, now }: Call): Answer<'overview'> {
  const [{ applications, cards, phoneMasked }, deletion, settings, copies] = await Promise.all([
    personOf(openid),
    get('deletions', openid),
    loadSettings(),
    find('copies', { openid }, { order: 'at', direction: 'desc', limit: MOST_COPIES }),
  ])
  const { shredDays, deletionDays } = policiesOf(settings ?? {})
  const views = applications.flatMap(({ documentViews }) => documentViews).sort((a, b) => b.at - a.at)
  return ok({
    now,
    held: applications.length + cards.length > 0,
    cardNumber: cards.find(({ status }) => status !== 'revoked')?._id ?? null,
    phoneMasked,
    views: views.slice(0, MOST_VIEWS),
    consents: await consentsOf(openid, applications),
    copies: copies.map(({ at }) => at),
    deletion: deletion && { due: deletion.due, canKeep: deletion.state === 'asked' },
    shredDays,
    deletionDays,
  })
}
