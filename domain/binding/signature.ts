/**
 * How WeChat's server signs what it sends to an official account's address: SHA-1 over token, timestamp and nonce, sorted and
 * joined; in safe mode over the encrypted text, too. Pure: hashing and the comparison in constant time are the function's.
 * Source: WeChat's documentation of receiving messages.
 */
import type { Instant } from '../time/shanghai'

/** A message is taken for so long after WeChat signed it, and may be so early, milliseconds. */
export const SIGNATURE_LIFETIME = 5 * 60_000

/** The text whose SHA-1 is the signature. @param encrypted the ciphertext as it stands in the message; safe mode only */
export function signatureText(token: string, timestamp: string, nonce: string, encrypted?: string): string {
  const parts = [token, timestamp, nonce, ...(encrypted === undefined ? [] : [encrypted])]
  return parts.sort().join('')
}

/** False for a message that is too old or from the future. @param timestamp seconds, as it stands in the address */
export function isRecent(timestamp: string, now: Instant): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(now - Number(timestamp) * 1000) <= SIGNATURE_LIFETIME
}
