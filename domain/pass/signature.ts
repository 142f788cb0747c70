/**
 * Ed25519 (RFC 8032), verified in the strictest way that the standard allows, so that the phone, the server and a
 * turnstile with OpenSSL never disagree about a code: s below the group order, public keys in their canonical encoding and
 * not of small order, and the equation without the cofactor (equation.ts), R in its canonical encoding. Curve and hash are those of
 * @noble/curves and @noble/hashes; its own `verify` uses the equation with the cofactor, which OpenSSL does not.
 *
 * Nothing here is secret, so nothing needs constant time. Signing is in device-key.ts and on the server.
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToNumberLE } from '@noble/curves/utils.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { concatBytes, equalBytes } from './bytes'
import { type CurvePoint, holds } from './equation'
import { PUBLIC_KEY_BYTES, SIGNATURE_BYTES } from './layout'

const { Point } = ed25519
const GROUP_ORDER = Point.Fn.ORDER
/** Keys whose multiples are found in a table, where the plain equation is the fastest. */
const withTable = new WeakSet<VerifyKey>()

/** A public key that has been decoded; doing it once saves a third of a verification. */
export type VerifyKey = { readonly bytes: Uint8Array; readonly point: CurvePoint }

/** Decodes a public key; null when the encoding is not canonical, not on the curve or of small order. */
export function readVerifyKey(bytes: Uint8Array): VerifyKey | null {
  const point = bytes.length === PUBLIC_KEY_BYTES ? readPoint(bytes) : null
  return point === null || point.isSmallOrder() ? null : { bytes: bytes.slice(), point }
}

/** The point of a canonical encoding, or null. */
function readPoint(bytes: Uint8Array): CurvePoint | null {
  try {
    return Point.fromBytes(bytes, false)
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
  if (withTable.has(key)) {
    const expected = Point.BASE.multiplyUnsafe(s).subtract(key.point.multiplyUnsafe(k))
    return equalBytes(expected.toBytes(), commitment)
  }
  // Only the canonical encoding of a point can be what encoding it yields.
  const R = readPoint(commitment)
  return R !== null && holds({ s, k }, key.point, R)
}

const LARGEST = GROUP_ORDER - BigInt(1)

/**
 * Builds the table of a key that will verify many signatures, so that the first one is as fast as the rest. Takes tens of
 * milliseconds: call it while a page opens.
 */
export function warmVerifyKey(key: VerifyKey): void {
  key.point.precompute(6, true)
  key.point.multiplyUnsafe(LARGEST)
  withTable.add(key)
}

/** The same for the base point, which every verification uses. */
export function warmBasePoint(): void {
  Point.BASE.multiplyUnsafe(LARGEST)
}
