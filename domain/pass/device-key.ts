/**
 * The phone's own key, made at activation and never sent: its signatures show that this phone is in the holder's hand
 * now. "One person, one code" (notice 5(1)): the server certifies one device key per card.
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import { readVerifyKey } from './signature'

/** Signs a message with Ed25519; 64 bytes. The server passes one that uses its own crypto or a key service. */
export type Signer = (message: Uint8Array) => Uint8Array

/** The public key of a 32-byte secret. */
export function devicePublicKey(secretKey: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(secretKey)
}

/** A signer from a 32-byte secret. */
export function deviceSigner(secretKey: Uint8Array): Signer {
  return (message) => ed25519.sign(message, secretKey)
}

/**
 * True for a public key that the server may certify: canonical and in the prime-order group. Stricter than the gate, which
 * refuses small order only: an honest key is never anything else, and the check costs one multiplication, once.
 */
export function isDeviceKey(publicKey: Uint8Array): boolean {
  return readVerifyKey(publicKey)?.point.isTorsionFree() === true
}
