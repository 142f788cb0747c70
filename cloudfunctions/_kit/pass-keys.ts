/**
 * The keys of the pass: the issuer key signs credentials, the view key seals who they are of, the key id names both
 * (domain/pass/layout). Signing is node:crypto's Ed25519, which is faster than the phone's library and constant-time.
 */
import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { Signer } from '../../domain/pass'
import { secretKey, secretNumber } from './keys'

// PKCS #8 of an Ed25519 key is this prefix and the 32-byte seed (RFC 8410).
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

const privateKey = createPrivateKey({
  key: Buffer.concat([PKCS8_PREFIX, secretKey('PASS_ISSUER_KEY', 32)]),
  format: 'der',
  type: 'pkcs8',
})

export const passKeyId = secretNumber('PASS_KEY_ID', 1, 255)

/** AES-128: opens the holder block. Guards have it. */
export const viewKey: Uint8Array = new Uint8Array(secretKey('PASS_VIEW_KEY', 16))

/** Ed25519, 32 bytes: verifies credentials. */
export const issuerPublicKey: Uint8Array = new Uint8Array(
  Buffer.from(createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '', 'base64url'),
)

export const signAsIssuer: Signer = (message) => new Uint8Array(sign(null, message, privateKey))
