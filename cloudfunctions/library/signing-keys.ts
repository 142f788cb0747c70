/**
 * The keys of tickets. LIBRARY_SIGNING_KEYS holds seeds in base64, separated by blanks: the first one signs, the others are only
 * published. So keys change without a ticket refused: publish the new one behind the old, after a day put it in front, and a
 * day later take the old one out (docs/library.md).
 */
import { createHash } from 'node:crypto'
import type { JWK } from 'jose'
import { signingKey } from '../_kit/ed25519'
import { secretText } from '../_kit/keys'

const NAME = 'LIBRARY_SIGNING_KEYS'
const SEED = /^[A-Za-z0-9+/]{43}=$/

type TicketKey = { kid: string; publicJwk: JWK; privateJwk: JWK }

function read(): [TicketKey, ...TicketKey[]] {
  const seeds = secretText(NAME).trim().split(/\s+/)
  const [first, ...others] = seeds
  if (first === undefined || seeds.some((seed) => !SEED.test(seed)) || new Set(seeds).size !== seeds.length) {
    throw new Error(
      `The environment variable ${NAME} must be different keys of 32 bytes in base64, blanks between them.`,
    )
  }
  return [keyOf(first), ...others.map(keyOf)]
}

function keyOf(text: string): TicketKey {
  const seed = Buffer.from(text, 'base64')
  const x = Buffer.from(signingKey(seed).publicKey).toString('base64url')
  const jwk = { crv: 'Ed25519', kty: 'OKP', x }
  // The thumbprint of RFC 7638: a name that follows from the key, so nobody has to keep names apart.
  const kid = createHash('sha256').update(JSON.stringify(jwk)).digest('base64url')
  return {
    kid,
    publicJwk: { ...jwk, kid, alg: 'EdDSA', use: 'sig' },
    privateJwk: { ...jwk, d: seed.toString('base64url') },
  }
}

const keys = read()

/** The key that signs. */
export const [ticketKey] = keys

/** The JSON Web Key Set (RFC 7517) of all keys, public halves only. */
export const keySet = { keys: keys.map(({ publicJwk }) => publicJwk) }
