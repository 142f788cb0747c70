/**
 * This phone's own secret: 32 random bytes that never leave it, kept in WeChat's encrypted storage. The card is bound to its
 * public key (domain/pass/device-key.ts), so a card copied to another phone shows nothing.
 */
import { devicePublicKey, fromHex, toHex } from '../lib/domain'

const KEY = 'device-key'
const SECRET_BYTES = 32

/** The secret of this phone, or null when none was made yet. */
export async function readDeviceKey(): Promise<Uint8Array | null> {
  try {
    const { data } = await wx.getStorage<string>({ key: KEY, encrypt: true })
    const secret = typeof data === 'string' ? fromHex(data) : null
    return secret?.length === SECRET_BYTES ? secret : null
  } catch {
    return null // nothing stored yet
  }
}

/** The secret of this phone, made now when there was none. Rejects when the phone cannot give randomness or keep it. */
export async function ensureDeviceKey(): Promise<Uint8Array> {
  const existing = await readDeviceKey()
  if (existing) {
    return existing
  }
  const secret = await randomBytes(SECRET_BYTES)
  await wx.setStorage({ key: KEY, data: toHex(secret), encrypt: true })
  return secret
}

/** The public key that the server certifies, lower-case hex. */
export function publicKeyOf(secret: Uint8Array): string {
  return toHex(devicePublicKey(secret))
}

/** Cryptographic random bytes. */
export async function randomBytes(length: number): Promise<Uint8Array> {
  const { randomValues } = await wx.getRandomValues({ length })
  return new Uint8Array(randomValues)
}
