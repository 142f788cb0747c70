/**
 * A gate, a card and a phone with fixed synthetic keys, for the tests of this folder and for the published vectors.
 * Issuing signs with Node's OpenSSL, as the server does; showing signs with the phone's own code.
 */
import { createPrivateKey, sign as opensslSign } from 'node:crypto'
import {
  type Decision,
  decide,
  devicePublicKey,
  deviceSigner,
  type GateContext,
  type Holder,
  issueCredential,
  type Signer,
  sealHolder,
  showPass,
  stepOf,
  VerifiedCredentials,
} from '../../../domain/pass'

export const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
export const hex = (data: Uint8Array) => Buffer.from(data).toString('hex')

export const KEY_ID = 7
export const issuerSecret = bytes('42'.repeat(32))
export const viewKey = bytes('000102030405060708090a0b0c0d0e0f')
export const deviceSecret = bytes('24'.repeat(32))

/** Ed25519 by OpenSSL from a 32-byte secret. */
export function opensslSigner(secret: Uint8Array): Signer {
  const der = Buffer.concat([bytes('302e020100300506032b657004220420'), secret])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  return (message) => new Uint8Array(opensslSign(null, message, key))
}

export const issuerPublic = devicePublicKey(issuerSecret)
export const devicePublic = devicePublicKey(deviceSecret)
export const issuerSigner = opensslSigner(issuerSecret)
export const keys = { issuer: issuerPublic, view: viewKey }

/** 2026-11-20 14:13:20 in Shanghai, exactly at the beginning of a step. */
export const NOW = 1_795_155_200_000
export const STEP = stepOf(NOW)
/** 2026-11-20 as the pass counts days. */
export const TODAY = 20_777

export const holder: Holder = { serial: 123_456, class: 1, expiryDay: TODAY + 60, last4: '019X', maskedName: '张*明' }

/** A credential as the server issues it; fields can be replaced. */
export function credentialOf(
  fields: Partial<Holder> = {},
  { view = viewKey, device = devicePublic, sign = issuerSigner, keyId = KEY_ID } = {},
): Uint8Array {
  const holderBlock = sealHolder(view, { ...holder, ...fields })
  if (!holderBlock) {
    throw new Error('this holder does not fit')
  }
  return issueCredential({ keyId, holderBlock, devicePublicKey: device, sign })
}

export const credential = credentialOf()

/** The text that the phone shows; by default the holder's, now. */
export function codeOf({
  of = credential,
  step = STEP,
  challenge = null as number | null,
  sign = deviceSigner(deviceSecret),
} = {}): string {
  return showPass({ credential: of, step, challenge, sign })
}

/** A gate that is open, online a minute ago, and has seen nobody. */
export function gate(changes: Partial<GateContext> = {}): GateContext {
  return {
    now: NOW,
    keys: new Map([[KEY_ID, keys]]),
    status: () => 'live',
    listAge: 60_000,
    maxListAge: 24 * 3_600_000,
    seen: new Map(),
    challenge: null,
    point: { id: 'gate-east', opens: () => true },
    verified: new VerifiedCredentials(),
    ...changes,
  }
}

/** The verdict alone. */
export function verdictOf(text: string, changes: Partial<GateContext> = {}): Decision['verdict'] {
  return decide(text, gate(changes)).verdict
}
