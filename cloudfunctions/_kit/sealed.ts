/**
 * Encryption of what must be stored but not read: document and phone numbers, letters of the outbox. AES-256-GCM; the
 * name of the field that the text belongs to is authenticated with it, so a sealed text moved to another record does
 * not open.
 *
 *   <key id, 8 hex>.<base64url of nonce 12 ‖ ciphertext ‖ tag 16>
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { secretKey } from './keys'

/** A text encrypted here. */
export type Sealed = string

const NONCE_BYTES = 12
const TAG_BYTES = 16

const key = secretKey('IDENTITY_ENCRYPTION_KEY', 32)
// Says which key sealed a text, and nothing about the key.
const keyId = createHash('sha256').update('alumni-ecard/key-id/1\0').update(key).digest('hex').slice(0, 8)

/** Encrypts a text. @param place the field that it belongs to: `<collection>/<record>/<field>` */
export function seal(text: string, place: string): Sealed {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const body = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${keyId}.${body.toString('base64url')}`
}

/** Decrypts a text. @throws when it was sealed under another key, belongs to another place or was changed */
export function unseal(sealed: Sealed, place: string): string {
  const [sealedBy, body = ''] = sealed.split('.')
  if (sealedBy !== keyId) {
    throw new Error('A text was sealed under a key that is not here.')
  }
  const bytes = Buffer.from(body, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-TAG_BYTES))
  return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
}
