/**
 * The card number: "an exclusive 10-digit E-card number starting with the number (8)" (notice III.3). New numbers are 8,
 * eight digits and a check digit (ISO/IEC 7064 MOD 11,10), so a slip of the guard's finger is noticed.
 *
 * The eight digits are a keyed permutation of a counter: format-preserving encryption FF1 (NIST SP 800-38G), so numbers
 * never repeat, need no draw and no retry, and from any of them nobody can tell another or how many there are. Older
 * imported numbers keep what they are and need not have the check digit.
 */
import { FF1 } from '@noble/ciphers/ff1.js'
import { mod11And10 } from '../identity/iso7064'
import { normaliseNumber } from '../identity/normalise'
import { university } from '../university'

const PREFIX = university.card.numberPrefix
const BODY_DIGITS = 8
/** How many new numbers there are. */
export const CARD_NUMBERS = 10 ** BODY_DIGITS

const NUMBER = new RegExp(`^${PREFIX}\\d{${BODY_DIGITS + 1}}$`)
// Names the purpose, so that the same key could never give the same permutation elsewhere.
const TWEAK = Uint8Array.from('card-number/1', (character) => character.charCodeAt(0))

/**
 * The number of the counter-th new card.
 * @param counter 0 to {@link CARD_NUMBERS} − 1, each used once
 * @param key AES key of 16 or 32 bytes, kept for ever: another key could repeat numbers
 * @returns ten digits, or null when the counter is outside its range
 */
export function cardNumberFor(counter: number, key: Uint8Array): string | null {
  if (!Number.isInteger(counter) || counter < 0 || counter >= CARD_NUMBERS) {
    return null
  }
  const digits = [...String(counter).padStart(BODY_DIGITS, '0')].map(Number)
  const body = PREFIX + FF1(10, key, TWEAK).encrypt(digits).join('')
  return body + mod11And10(body)
}

/** The digits of a number as typed: half-width, without blanks and hyphens. */
export function normaliseCardNumber(text: string): string {
  return normaliseNumber(text)
}

/** True for a number that this system could have issued: ten digits, the prefix, the check digit. */
export function isCardNumber(text: string): boolean {
  const number = normaliseCardNumber(text)
  return isImportedCardNumber(number) && mod11And10(number.slice(0, -1)) === number.slice(-1)
}

/** True for a number that an older card can have: ten digits and the prefix. Every new number is one, too. */
export function isImportedCardNumber(text: string): boolean {
  return NUMBER.test(normaliseCardNumber(text))
}

/** The number as people read it, in groups of 4, 3 and 3: 8012 345 678. Any other text is returned as it is. */
export function groupCardNumber(text: string): string {
  const number = normaliseCardNumber(text)
  return NUMBER.test(number) ? `${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}` : text
}
