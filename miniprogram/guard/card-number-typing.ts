/**
 * A card number while a guard types it: what is wrong is said before the office is asked, because wrong look-ups are counted.
 * The check digit (domain/card/number.ts) catches a slip of the finger; numbers of older, imported cards need not have one, so
 * a doubtful number may still be looked up.
 */
import { groupCardNumber, isImportedCardNumber, normaliseCardNumber, university } from '../lib/domain'
import { isCardNumber } from './lib/domain'

const DIGITS = 10
const LAST = 4

export type NumberState = 'short' | 'prefix' | 'typo' | 'good'

/** What was typed: the digits alone, as people read them, and what there is to say about them. */
export type TypedNumber = { readonly digits: string; readonly grouped: string; readonly state: NumberState }

/** Reads what stands in the field; anything but digits is left out. */
export function readTyped(text: string): TypedNumber {
  const digits = normaliseCardNumber(text).replace(/\D/g, '').slice(0, DIGITS)
  return { digits, grouped: groupCardNumber(digits), state: stateOf(digits) }
}

/** True when the office may be asked. */
export function mayLookUp({ state }: TypedNumber): boolean {
  return state === 'good' || state === 'typo'
}

/** The last four of a document as typed: capital letters, digits and hyphens. */
export function readLastFour(text: string): string {
  return normaliseLetters(text).slice(0, LAST)
}

/** True when all four are there. */
export function isLastFour(text: string): boolean {
  return text.length === LAST
}

function stateOf(digits: string): NumberState {
  if (digits !== '' && !digits.startsWith(university.card.numberPrefix)) {
    return 'prefix'
  }
  if (!isImportedCardNumber(digits)) {
    return 'short'
  }
  return isCardNumber(digits) ? 'good' : 'typo'
}

function normaliseLetters(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z-]/g, '')
}
