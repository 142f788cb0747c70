/**
 * Safe mode: AES-256-CBC under the account's key, the key's first 16 bytes as initialisation vector, base64. What is inside is
 * domain/binding/envelope, which brings its own fill.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { openEnvelope, packEnvelope } from '../../domain/binding/envelope'

const ALGORITHM = 'aes-256-cbc'
const IV_BYTES = 16
const RANDOM_BYTES = 16

/** Encrypts a message for WeChat's server. */
export function encrypt(message: string, appid: string, key: Buffer): string {
  const cipher = createCipheriv(ALGORITHM, key, key.subarray(0, IV_BYTES)).setAutoPadding(false)
  const block = packEnvelope(randomBytes(RANDOM_BYTES), message, appid)
  return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64')
}

/** The message in a ciphertext; null unless it was encrypted for this account. Check the signature first. */
export function decrypt(encrypted: string, appid: string, key: Buffer): string | null {
  const bytes = Buffer.from(encrypted, 'base64')
  if (bytes.length === 0 || bytes.length % IV_BYTES !== 0) {
    return null
  }
  const decipher = createDecipheriv(ALGORITHM, key, key.subarray(0, IV_BYTES)).setAutoPadding(false)
  return openEnvelope(Buffer.concat([decipher.update(bytes), decipher.final()]), appid)
}
