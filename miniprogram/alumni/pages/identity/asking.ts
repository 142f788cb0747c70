/** What is asked of the cloud about documents of one person, and what is still missing before it can be asked. */
import {
  type Document,
  type IdentityReference,
  isImportedCardNumber,
  type JoinReason,
  normaliseCardNumber,
} from '../../../lib/domain'

/** What was filled in above: one of two ways to name a person. */
export type Named = { way: 'card' | 'document'; cardNumber: string; document: Document }

/** The person who was named; null when that is not complete. */
export function referenceOf({ way, cardNumber, document }: Named): IdentityReference | null {
  if (way === 'card') {
    const number = normaliseCardNumber(cardNumber)
    return isImportedCardNumber(number) ? { cardNumber: number } : null
  }
  return isFilled(document) ? { document } : null
}

/** What was filled in for joining another document; `revoke`: the card that goes when both have one. */
export type Joining = { other: Document; reason: JoinReason | ''; note: string; revoke: string }

/** What is still missing for joining, as the key of its words; null when nothing is. */
export function missingToJoin({ other, reason, note, revoke }: Joining, hasTwoCards: boolean) {
  if (!isFilled(other)) {
    return 'missing'
  }
  if (reason === '') {
    return 'reasonMissing'
  }
  if (hasTwoCards && revoke === '') {
    return 'twoCards'
  }
  return reason === 'other' && note.trim() === '' ? 'noteMissing' : null
}

function isFilled({ number }: Document): boolean {
  return number.trim() !== ''
}
