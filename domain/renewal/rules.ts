/**
 * Renewal: "the card is valid for two (2) years which can be extended after expiration" (notice 5(2)). From some days before
 * its last day (policy) and any time after it, its holder extends it with a fresh proof of identity.
 *
 * A card that is still valid is extended from the day after its last one, so nobody loses days by being early. One that has
 * ended begins anew today: the months in which it opened nothing are not counted, as at a first activation.
 */
import type { CardStatus } from '../card/api'
import { isExpired, validUntil } from '../card/term'
import { ok, type Result, refuse } from '../result'
import { addDays, type Day, dayOf, type Instant } from '../time/shanghai'

/** The office's policies for renewal. */
export type RenewalPolicy = {
  /** From so many days before the last valid one. */
  windowDays: number
  /** By so many years. */
  years: number
}

/** The part of a card that renewal depends on. */
export type Renewable = { status: CardStatus; validUntil: Day | null }

export type RenewalRefusal =
  | 'activation_not_matched'
  | 'card_suspended'
  | 'card_revoked'
  | 'renewal_not_activated'
  | 'renewal_too_early'

/** The first day on which a card can be renewed. */
export function renewableFrom(lastDay: Day, windowDays: number): Day {
  return addDays(lastDay, -windowDays)
}

/** The last valid day after a renewal on `today`. */
export function extendedUntil(lastDay: Day, today: Day, years: number): Day {
  return validUntil(isExpired(lastDay, today) ? today : addDays(lastDay, 1), years)
}

/**
 * Decides a renewal. As at activation, reasons are told only to somebody who has proved the phone.
 * @param card the card found by the document's digest, or null
 * @returns the new last day
 */
export function decideRenewal(
  card: Renewable | null,
  phoneProved: boolean,
  now: Instant,
  { windowDays, years }: RenewalPolicy,
): Result<Day, RenewalRefusal> {
  if (!card || !phoneProved) {
    return refuse('activation_not_matched')
  }
  const { status, validUntil: lastDay } = card
  if (status === 'suspended' || status === 'revoked') {
    return refuse(status === 'suspended' ? 'card_suspended' : 'card_revoked')
  }
  if (status === 'issued' || !lastDay) {
    return refuse('renewal_not_activated')
  }
  const today = dayOf(now)
  const from = renewableFrom(lastDay, windowDays)
  return today < from ? refuse('renewal_too_early', { from }) : ok(extendedUntil(lastDay, today, years))
}
