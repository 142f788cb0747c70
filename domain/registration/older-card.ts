/**
 * Older cards that came without a phone number: nobody can prove them as activation asks, so their holders ask for them with
 * portrait and proof photo in an ordinary application. Reviewers decide it like any other; approved, it hands the older card
 * over instead of making a new one, so two cards never come of it. Source: notice II; product "Activation".
 */
import type { CardStatus } from '../card/api'

/** The part of a card that this depends on. */
export type OlderCard = {
  status: CardStatus
  isImported: boolean
  hasPhone: boolean
  /** The live application that asks for it. */
  askedFor: string | null
}

/** True for a card that an application may ask for. */
export function canBeAskedFor({ status, isImported, hasPhone, askedFor }: OlderCard): boolean {
  return status === 'issued' && isImported && !hasPhone && askedFor === null
}
