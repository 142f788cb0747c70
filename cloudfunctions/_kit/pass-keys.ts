/**
 * The keys of the pass: the issuer key signs credentials, the view key seals who they are of, the key id names both
 * (domain/pass/layout). Keys of an earlier id only verify: gate/verification-keys.ts.
 */
import type { Signer } from '../../domain/pass'
import { signingKey } from './ed25519'
import { secretKey, secretNumber } from './keys'

const issuer = signingKey(secretKey('PASS_ISSUER_KEY', 32))

export const passKeyId = secretNumber('PASS_KEY_ID', 1, 255)

/** AES-128: opens the holder block. Guards have it. */
export const viewKey: Uint8Array = new Uint8Array(secretKey('PASS_VIEW_KEY', 16))

/** Ed25519, 32 bytes: verifies credentials. */
export const issuerPublicKey: Uint8Array = issuer.publicKey

export const signAsIssuer: Signer = issuer.sign
