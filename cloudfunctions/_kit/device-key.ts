/**
 * Keys of turnstiles and hand scanners: 256 random bits, shown once, stored as their SHA-256, which is enough for a
 * random text of this length. The digest is the device's name everywhere else.
 */
import { createHash, randomBytes } from 'node:crypto'

const KEY_BYTES = 32
const KEY = /^[A-Za-z0-9_-]{43}$/

/** A new key, base64url. */
export function newDeviceKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url')
}

/** The record's key of a device, or null for a text that no device can have. */
export function deviceId(key: string): string | null {
  return KEY.test(key) ? createHash('sha256').update(key).digest('hex') : null
}
