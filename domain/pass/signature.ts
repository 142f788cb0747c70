/**
 * Ed25519 (RFC 8032), verified in the strictest way that the standard allows, so that the phone, the server and a
 * turnstile with OpenSSL never disagree about a code: s below the group order, public keys in their canonical encoding and
 * not of small order, and the equation without the cofactor, R compared byte for byte. Curve and hash are those of
 * @noble/curves and @noble/hashes; its own `verify` uses the equation with the cofactor, which OpenSSL does not.
 *
 * Nothing here is secret, so nothing needs constant time. Signing is in device-key.ts and on the server.
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToNumberLE } from '@noble/curves/utils.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { concatBytes, equalBytes } from './bytes'
import { PUBLIC_KEY_BYTES, SIGNATURE_BYTES } from './layout'

const { Point } = ed25519
const GROUP_ORDER = Point.Fn.ORDER

/** A public key that has been decoded; doing it once saves a third of a verification. */
export type VerifyKey = { readonly bytes: Uint8Array; readonly point: InstanceType<typeof Point> }

/** Decodes a public key; null when the encoding is not canonical, not on the curve or of small order. */
export function readVerifyKey(bytes: Uint8Array): VerifyKey | null {
  if (bytes.length !== PUBLIC_KEY_BYTES) {
    return null
  }
  try {
    const point = Point.fromBytes(bytes, false)
    return point.isSmallOrder() ? null : { bytes: bytes.slice(), point }
  } catch {
    return null // the library reports a bad encoding by throwing
  }
}

/** True when `signature` (64 bytes) is the key's signature of `message`. */
export function verifySignature(key: VerifyKey, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== SIGNATURE_BYTES) {
    return false
  }
  const commitment = signature.subarray(0, 32)
  const s = bytesToNumberLE(signature.subarray(32))
  if (s >= GROUP_ORDER) {
    return false
  }
  const k = bytesToNumberLE(sha512(concatBytes(commitment, key.bytes, message))) % GROUP_ORDER
  const expected = Point.BASE.multiplyUnsafe(s).subtract(key.point.multiplyUnsafe(k))
  return equalBytes(expected.toBytes(), commitment)
}

/**
 * Builds the tables of the base point and of a key that will verify many signatures, so that the first call is as fast as
 * the rest. Takes tens of milliseconds: call it while a page opens.
 */
export function warmVerifyKey(key: VerifyKey): void {
  key.point.precompute(6, true)
  const largest = GROUP_ORDER - BigInt(1)
  key.point.multiplyUnsafe(largest)
  Point.BASE.multiplyUnsafe(largest)
}
