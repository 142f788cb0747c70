/**
 * Activation: from 00:00 of the day after the result, by ID number, with proof of the registered phone (an ID number is not
 * a secret). Wrong numbers, wrong phones and people without a card get the same answer, so that nobody can ask who exists.
 * Source: notice III.4(1); product "Activation".
 */
import type { CardStatus } from '../card/api'
import { isExpired } from '../card/term'
import { ok, type Result, refuse } from '../result'
import { addDays, type Day, dayOf, type Instant, startOf } from '../time/shanghai'

/** Attempts a Shanghai day, counted before anything is looked up. */
export const attemptLimits = { perAccount: 5, perDocument: 10 } as const

/** A text-message code lives this long, milliseconds. */
export const CODE_LIFETIME = 10 * 60_000

/** The day from which a card can be activated, given the instant at which its result was told. */
export function activatableFrom(resultAt: Instant): Day {
  return addDays(dayOf(resultAt), 1)
}

/** The part of a card that activation depends on. */
export type Activatable = { status: CardStatus; activatableFrom: Day; validUntil?: Day | null }

export type ActivationRefusal =
  | 'activation_not_matched'
  | 'activation_too_early'
  | 'card_suspended'
  | 'card_revoked'
  | 'card_expired'

/**
 * Decides an activation. Reasons other than "not matched" are told only to somebody who has proved the phone.
 * @param card the card found by the document's digest, or null
 * @param phoneProved whether the caller proved the registered phone
 */
export function decideActivation(
  card: Activatable | null,
  phoneProved: boolean,
  now: Instant,
): Result<'first' | 'again', ActivationRefusal> {
  if (!card || !phoneProved) {
    return refuse('activation_not_matched')
  }
  if (card.status === 'suspended' || card.status === 'revoked') {
    return refuse(card.status === 'suspended' ? 'card_suspended' : 'card_revoked')
  }
  if (now < startOf(card.activatableFrom)) {
    return refuse('activation_too_early', { from: card.activatableFrom })
  }
  if (card.status === 'issued') {
    return ok('first')
  }
  return card.validUntil && isExpired(card.validUntil, dayOf(now)) ? refuse('card_expired') : ok('again')
}
