/**
 * What may be shown of a document number. Masked: the first three and last four characters of long numbers, the first and
 * last two of short ones (passports, permits). Last four: what a guard compares with the physical card, which the notice
 * (5(1)) asks people to bring; the number is the one printed on it.
 */
import type { Document } from './document-type'
import { normaliseDocument } from './normalise'

const LONG = 15
/** Length of the guard's comparison, and the pad for shorter texts: the pass has room for four characters of base 37. */
export const LAST_FOUR = 4
const PAD = '-'

/** The number with its middle hidden, one '*' for each hidden character: 321***********0011, P****67. */
export function maskDocument(document: Document): string {
  const { number } = normaliseDocument(document)
  const [head, tail] = number.length >= LONG ? [3, 4] : [1, 2]
  const hidden = number.length - head - tail
  // Too short to be a document: nothing of it is shown.
  return hidden > 0 ? number.slice(0, head) + '*'.repeat(hidden) + number.slice(-tail) : '*'.repeat(number.length)
}

/** The last four characters, in capitals; a shorter text is padded on the left with '-'. */
export function lastFour(document: Document): string {
  return normaliseDocument(document).number.slice(-LAST_FOUR).padStart(LAST_FOUR, PAD)
}
