/**
 * Ed25519 keys of the server, made from a 32-byte seed. node:crypto's is faster than the phone's library and
 * constant-time.
 */
import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { Signer } from '../../domain/pass'

// PKCS #8 of an Ed25519 key is this prefix and the 32-byte seed (RFC 8410).
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

export type SigningKey = {
  readonly sign: Signer
  /** 32 bytes. */
  readonly publicKey: Uint8Array
}

/** The key of a seed. */
export function signingKey(seed: Buffer): SigningKey {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  return {
    sign: (message) => new Uint8Array(sign(null, message, key)),
    publicKey: new Uint8Array(Buffer.from(x, 'base64url')),
  }
}
