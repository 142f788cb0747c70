/**
 * Looking a card up without the phone: by its number and the last four of the document, which the holder shows. Four
 * digits beside a printed number prove little, so wrong ones are counted, every look-up is logged, and the guard compares the
 * physical card as always. Source: product "Gate" (no phone, broken phone).
 */
import { isCardNumber, isImportedCardNumber, normaliseCardNumber } from '../card/number'
import { isExpired } from '../card/term'
import type { VerdictCode } from '../pass'
import { type Day, dayOf, type Instant } from '../time/shanghai'
import type { Point } from '../university'
import { isOpen } from './opening'

/** Wrong look-ups of a Shanghai day. */
export const lookUpLimits = { perGuard: 30, perCard: 5 } as const

/** The card number in what a guard typed, or null when no card can have it. */
export function readCardNumber(text: string): string | null {
  return isImportedCardNumber(text) ? normaliseCardNumber(text) : null
}

/**
 * What a wrong look-up is answered: a wrong check digit is a slip that the guard can correct. Older cards may have one and
 * still be right, so this is asked only when number and last four did not match.
 */
export function lookUpRefusal(number: string | null): 'card_number_typo' | 'look_up_not_matched' {
  return number !== null && isCardNumber(number) ? 'look_up_not_matched' : 'card_number_typo'
}

/** The part of an activated card that a look-up depends on. */
export type LookedUp = { status: 'active' | 'suspended' | 'revoked'; class: number; validUntil: Day }

/** The verdict about a card that was looked up, in the order of domain/pass/verdicts. */
export function decideLookUp(card: LookedUp, point: Point, now: Instant): VerdictCode {
  if (card.status !== 'active') {
    return card.status
  }
  if (isExpired(card.validUntil, dayOf(now))) {
    return 'expired'
  }
  return isOpen(point, card.class, now) ? 'admitted' : 'not_allowed_here'
}
