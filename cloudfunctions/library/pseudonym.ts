/**
 * The reader's name at one library: a keyed digest of card number and audience. The library recognises the same reader again and
 * can ask the office about misuse; two libraries cannot compare their readers, and nobody can compute a name from a card number.
 */
import { createHmac } from 'node:crypto'
import { secretKey } from '../_kit/keys'

const LENGTH = 32

const key = secretKey('LIBRARY_PSEUDONYM_KEY', 32)

/** @returns 32 hex digits; hex, because EZproxy's log and reports fold the case of user names [M] */
export function pseudonymOf(cardNumber: string, audience: string): string {
  return createHmac('sha256', key)
    .update(`alumni-ecard/library/1\0${audience}\0${cardNumber}`)
    .digest('hex')
    .slice(0, LENGTH)
}
