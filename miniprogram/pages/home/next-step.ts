/**
 * "What is my next step?" One answer for every state in which somebody can open the mini program, decided from what the
 * phone holds (card, draft) and what the server said last. Source: notice II–III.4; product "Registration", "Activation".
 */
import { type Day, dayOf, hasLostCard, type Instant, isExpired, type Stage, startOf } from '../../lib/domain'
import type { Standing } from '../../services/standing'
import type { StoredCard } from '../../services/wallet'

export type NextStep =
  | { kind: 'show_card' }
  | { kind: 'renew'; until: Day }
  | { kind: 'activate_here'; number: string }
  | { kind: 'activate'; number: string }
  | { kind: 'await_activation'; number: string; from: Day }
  | { kind: 'submitted'; cutOff: Instant }
  | { kind: 'in_review'; round: Day }
  | { kind: 'returned' }
  | { kind: 'rejected' }
  | { kind: 'register'; cutOff: Instant }
  | { kind: 'resume'; cutOff: Instant }
  | { kind: 'stopped'; round: Day }
  | { kind: 'closed' }
  | { kind: 'not_ready' }

export type StepKind = NextStep['kind']

/** What is known on this phone. */
export type Known = { wallet: StoredCard | null; standing: Standing | null; hasDraft: boolean; now: Instant }

/** The next step, or null while nothing is known yet. */
export function nextStep({ wallet, standing, hasDraft, now }: Known): NextStep | null {
  if (wallet) {
    return ofCard(wallet, now)
  }
  if (!standing) {
    return null
  }
  const { application, cardNumber } = standing
  // Who has no card any more may register again.
  const isOver = (stage: Stage) => stage === 'withdrawn' || hasLostCard(stage, cardNumber)
  if (application && !isOver(application.stage)) {
    return ofApplication(application, now)
  }
  return cardNumber ? { kind: 'activate', number: cardNumber } : ofRegistration(standing.state, hasDraft)
}

// A card without a credential is active on another phone; the card page itself explains every other trouble.
function ofCard({ card, credential }: StoredCard, now: Instant): NextStep {
  if (card.status === 'active' && isExpired(card.validUntil, dayOf(now))) {
    return { kind: 'renew', until: card.validUntil }
  }
  const elsewhere = card.status === 'active' && credential === null
  return elsewhere ? { kind: 'activate_here', number: card.number } : { kind: 'show_card' }
}

function ofApplication(application: NonNullable<Standing['application']>, now: Instant): NextStep {
  const { stage, cutOff, round, cardNumber, activatableFrom } = application
  switch (stage) {
    case 'approved': {
      const number = cardNumber ?? ''
      const from = activatableFrom ?? dayOf(now)
      return now < startOf(from) ? { kind: 'await_activation', number, from } : { kind: 'activate', number }
    }
    case 'returned':
    case 'rejected':
      return { kind: stage }
    case 'in_review':
      return { kind: 'in_review', round }
    default:
      // A cached "submitted" becomes "in review" by the clock alone.
      return now < cutOff ? { kind: 'submitted', cutOff } : { kind: 'in_review', round }
  }
}

function ofRegistration(state: Standing['state'], hasDraft: boolean): NextStep {
  if (!state) {
    return { kind: 'not_ready' }
  }
  if (state.open) {
    return { kind: hasDraft ? 'resume' : 'register', cutOff: state.next.cutOff }
  }
  return state.why === 'review' ? { kind: 'stopped', round: state.round } : { kind: 'closed' }
}
