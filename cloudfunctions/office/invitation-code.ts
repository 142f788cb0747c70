/**
 * Invitation codes: 80 random bits in Crockford's base 32, read out in groups of four. They are shown once; the store
 * keeps their SHA-256, which is enough for a random text of this length.
 */
import { createHash, randomBytes } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHARACTERS = 16
const GROUP = /.{4}(?=.)/g

/** A new code, "XXXX-XXXX-XXXX-XXXX". */
export function newInvitationCode(): string {
  const characters = Array.from(randomBytes(CHARACTERS), (byte) => ALPHABET[byte % ALPHABET.length])
  return characters.join('').replace(GROUP, '$&-')
}

/** The key of the invitation in the store; what people confuse when they read a code out is forgiven. */
export function invitationKey(code: string): string {
  const plain = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return createHash('sha256').update(plain).digest('hex')
}
