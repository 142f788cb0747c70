/**
 * Real passes for the guard's tests: an issuer, a view key, holders with phones of their own. Nothing here is a fake: the office's
 * part is made by the rules, the phone's by the bundle that phones run.
 */
import './text-encoder'
import { type Holder, issueCredential, sealHolder } from '../../../domain/pass'
import {
  devicePublicKey,
  deviceSigner,
  type PassKeys,
  type Point,
  showPass,
  stepOf,
  toHex,
} from '../../../miniprogram/lib/domain'

const KEY_ID = 1
const issuerSecret = new Uint8Array(32).fill(7)
const viewKey = new Uint8Array(16).fill(9)

/** What gate.open hands out. */
export const passKeys: PassKeys = { keyId: KEY_ID, issuer: toHex(devicePublicKey(issuerSecret)), view: toHex(viewKey) }

export const eastGate: Point = {
  id: 'gate-east',
  kind: 'gate',
  name: { zh: '东大门', en: 'East Gate' },
  opens: '06:00',
  closes: '22:30',
  classes: [1, 2],
  place: null,
}

/** Zhang as the office shows them to a guard. */
export const zhangShown = {
  maskedName: '张*明',
  last4: '0011',
  class: 1,
  validUntil: '2028-11-22',
  cardNumber: '8',
  portraitUrl: '',
}

export const zhang: Holder = { serial: 5, class: 1, expiryDay: 40_000, last4: '0011', maskedName: '张*明' }

/** A holder's phone: shows a code for an instant, or an answer to a number. */
export function phoneOf(holder: Holder, options: { issuer?: Uint8Array; keyId?: number } = {}) {
  const secret = new Uint8Array(32).fill(holder.serial + 1)
  const sign = deviceSigner(secret)
  const credential = issueCredential({
    keyId: options.keyId ?? KEY_ID,
    holderBlock: sealHolder(viewKey, holder) ?? new Uint8Array(16),
    devicePublicKey: devicePublicKey(secret),
    sign: deviceSigner(options.issuer ?? issuerSecret),
  })
  return {
    show: (now: number) => showPass({ credential, step: stepOf(now), challenge: null, sign }),
    answer: (now: number, challenge: number) => showPass({ credential, step: stepOf(now), challenge, sign }),
  }
}
