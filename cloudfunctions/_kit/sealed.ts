/**
 * Encryption of what must be stored but not read: document and phone numbers, letters of the outbox. AES-256-GCM; the
 * name of the field that the text belongs to is authenticated with it, so a sealed text moved to another record does
 * not open.
 *
 *   <key id, 8 hex>.<base64url of nonce 12 ‖ ciphertext ‖ tag 16>
 *
 * One key seals. Others may stand beside it that only open: the next one, before everybody has it, and the one before,
 * until nothing is sealed under it any more (docs/keys.md).
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keyIdOf } from './key-id'
import { secretKey, secretKeys } from './keys'

/** A text encrypted here. */
export type Sealed = string

const NONCE_BYTES = 12
const TAG_BYTES = 16

const key = secretKey('IDENTITY_ENCRYPTION_KEY', 32)
const keys = new Map([...secretKeys('IDENTITY_ENCRYPTION_KEYS_BESIDE', 32), key].map((each) => [keyIdOf(each), each]))

/** The key that seals. */
export const sealingKeyId = keyIdOf(key)

/** The keys that open, the sealing one among them. */
export const openingKeyIds: readonly string[] = [...keys.keys()]

/** Encrypts a text. @param place the field that it belongs to: `<collection>/<record>/<field>` */
export function seal(text: string, place: string): Sealed {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const body = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${sealingKeyId}.${body.toString('base64url')}`
}

/** The name of the key that sealed a text. */
export function sealedUnder(sealed: Sealed): string {
  return sealed.split('.')[0] ?? ''
}

/** Decrypts a text. @throws when it was sealed under another key, belongs to another place or was changed */
export function unseal(sealed: Sealed, place: string): string {
  const opens = keys.get(sealedUnder(sealed))
  if (!opens) {
    throw new Error('A text was sealed under a key that is not here.')
  }
  const bytes = Buffer.from(sealed.split('.')[1] ?? '', 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', opens, bytes.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-TAG_BYTES))
  return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
}
