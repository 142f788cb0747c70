/**
 * The card as its holder sees it, with a credential for the phone that it is bound to. The answer of showing a card and
 * of activating one.
 */
import type { CardReplies, CardView, CredentialView } from '../../domain/card/api'
import { isExpired } from '../../domain/card/term'
import { policies, policiesOf } from '../../domain/office/policies'
import { credentialValidUntil } from '../../domain/pass'
import { renewableFrom } from '../../domain/renewal/rules'
import { type Day, dayOf, type Instant } from '../../domain/time/shanghai'
import { issuePass } from './issue-pass'
import { photoAddresses } from './photos'
import type { Binding } from './records/card'
import { loadSettings } from './settings'
import type { Stored } from './store'

/**
 * @param binding the phone that asks, when it is the one that the card is bound to; null answers without a credential
 */
export async function cardAnswer(
  card: Stored<'cards'>,
  binding: Binding | null,
  now: Instant,
): Promise<CardReplies['show']> {
  const { activatedAt, validUntil } = card
  if (activatedAt === null || validUntil === null) {
    throw new Error('A card that was never activated is not shown.')
  }
  const [[portraitUrl = ''], from] = await Promise.all([
    photoAddresses([card.portrait]),
    renewableSoon(validUntil, now),
  ])
  const view: CardView = {
    number: card._id,
    status: card.status,
    class: card.class,
    nameChinese: card.nameChinese,
    nameLatin: card.nameLatin,
    portraitUrl,
    activatedAt,
    validUntil,
    renewableFrom: from,
  }
  const mayShow = card.status === 'active' && !isExpired(validUntil, dayOf(now))
  return { now, card: view, credential: binding && mayShow ? credentialOf(card, binding, validUntil, now) : null }
}

// The policy is read only for cards that end before long: showing any other stays one read.
async function renewableSoon(validUntil: Day, now: Instant): Promise<Day | null> {
  if (dayOf(now) < renewableFrom(validUntil, policies.renewalWindowDays.most)) {
    return null
  }
  return renewableFrom(validUntil, policiesOf((await loadSettings()) ?? {}).renewalWindowDays)
}

function credentialOf(card: Stored<'cards'>, binding: Binding, cardValidUntil: string, now: Instant): CredentialView {
  return issuePass({ ...card, ...binding }, credentialValidUntil(now, cardValidUntil))
}
