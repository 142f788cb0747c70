/**
 * The published vectors of the pass, test/vectors/pass.json, built from fixed synthetic keys. Expected verdicts are written
 * here by hand; vectors.test.ts holds the product and an independent reader to them. To write the file anew:
 *   npx esbuild test/domain/pass/write-vectors.ts --bundle --platform=node --log-level=error | node - test/vectors/pass.json
 */
import { decodeDigits, encodeDigits, type SerialStatus, type VerdictCode } from '../../../domain/pass'
import { credentialMessage } from '../../../domain/pass/credential'
import { packHolder, sealHolder } from '../../../domain/pass/holder'
import { showMessage } from '../../../domain/pass/show'
import { emptySignature, mixedOrderKey, mixedOrderSigner, smallOrderKeys, withLargeS } from './crafted'
import * as scene from './scene'

const { bytes, codeOf, credential, credentialOf, hex, holder, NOW, STEP, TODAY } = scene

/** What a gate knows in one case; times in milliseconds. */
export type GateFacts = {
  now: number
  status: SerialStatus
  listAge: number | null
  maxListAge: number
  lastStep: number | null
  challenge: number | null
  opens: boolean
}
export type Case = { name: string; verdict: VerdictCode; text: string; gate: GateFacts; drift: number | null }

const DAY = 86_400_000
const calm: GateFacts = {
  now: NOW,
  status: 'live',
  listAge: 60_000,
  maxListAge: DAY,
  lastStep: null,
  challenge: null,
  opens: true,
}
const of = (verdict: VerdictCode, name: string, text: string, gate: Partial<GateFacts> = {}, drift?: number): Case => ({
  name,
  verdict,
  text,
  gate: { ...calm, ...gate },
  drift: drift ?? null,
})

function changed(text: string, change: (pass: Uint8Array) => void): string {
  const pass = decodeDigits(text) ?? new Uint8Array()
  change(pass)
  return encodeDigits(pass)
}

const flip = (offset: number) => (pass: Uint8Array) => {
  pass[offset] = (pass[offset] ?? 0) ^ 1
}

function cases(): Case[] {
  const code = codeOf()
  const answer = codeOf({ challenge: 4711 })
  const smallOrder = credentialOf({}, { device: bytes(smallOrderKeys[4]) })
  const mixedOrder = credentialOf({}, { device: mixedOrderKey })
  const visitor = { serial: 16_777_215, class: 2, expiryDay: 65_535, last4: '----', maskedName: 'J.S.' }
  const at = (steps: number, verdict: VerdictCode) =>
    of(verdict, `time step ${steps}`, codeOf({ step: STEP + steps }), {}, steps * 10)
  return [
    of('admitted', 'a fresh code', code, {}, 0),
    of('admitted', 'a visitor on the day', codeOf({ of: credentialOf({ ...visitor, expiryDay: TODAY }) }), {}, 0),
    of('admitted', 'last day of the credential', codeOf({ of: credentialOf({ expiryDay: TODAY }) }), {}, 0),
    at(1, 'admitted'),
    at(-2, 'admitted'),
    of('admitted', 'a later code than the last', code, { lastStep: STEP - 1 }, 0),
    of('admitted', 'answer to a challenge', answer, { challenge: 4711 }, 0),
    of('admitted', 'answer 0000', codeOf({ challenge: 0 }), { challenge: 0 }, 0),
    of('admitted', 'answer from a wrong clock', codeOf({ challenge: 4711, step: 0 }), { challenge: 4711 }, -STEP * 10),
    of('admitted', 'ordinary code while a challenge is shown', code, { challenge: 4711 }, 0),
    of('malformed', 'empty', ''),
    of('malformed', 'one digit too few', code.slice(1)),
    of('malformed', 'one digit too many', `${code}0`),
    of('malformed', 'a letter', `${code.slice(0, 441)}A`),
    of('malformed', 'a group of 2^56', `72057594037927936${code.slice(17)}`),
    of(
      'malformed',
      'suite 0x11',
      changed(code, (pass) => (pass[0] = 0x11)),
    ),
    of(
      'malformed',
      'suite 0x13 with bit 7',
      changed(code, (pass) => (pass[0] = 0x93)),
    ),
    of('unknown_key', 'key id 8', codeOf({ of: credentialOf({}, { keyId: 8 }) })),
    of('forged', 'holder block changed', changed(code, flip(10))),
    of('forged', 'device key changed', changed(code, flip(20))),
    of('forged', 'issuer signature changed', changed(code, flip(60))),
    of('forged', 'time step changed', changed(code, flip(117))),
    of('forged', 'device signature changed', changed(code, flip(181))),
    of(
      'forged',
      'bit 7 set on an ordinary code',
      changed(code, (pass) => (pass[0] = 0x92)),
      { challenge: 0 },
    ),
    of(
      'forged',
      'bit 7 cleared on an answer',
      changed(codeOf({ challenge: 0 }), (pass) => (pass[0] = 0x12)),
    ),
    of('forged', 'another challenge', answer, { challenge: 4712 }),
    of(
      'forged',
      'device s plus group order',
      changed(code, (pass) => pass.set(withLargeS(pass.slice(118)), 118)),
    ),
    of(
      'forged',
      'issuer s plus group order',
      changed(code, (pass) => pass.set(withLargeS(pass.slice(50, 114)), 50)),
    ),
    of('forged', 'certified device key of small order', codeOf({ of: smallOrder, sign: emptySignature })),
    of('forged', 'signature that needs the cofactor', codeOf({ of: mixedOrder, sign: mixedOrderSigner })),
    of('forged', 'forged comes before revoked', changed(code, flip(181)), { status: 'revoked' }),
    of('revoked', 'on the list', code, { status: 'revoked' }, 0),
    of('revoked', 'revoked comes before clock_wrong', codeOf({ step: STEP - 9 }), { status: 'revoked' }, -90),
    of('suspended', 'on the list', code, { status: 'suspended' }, 0),
    of('expired', 'the day after the last', codeOf({ of: credentialOf({ expiryDay: TODAY - 1 }) }), {}, 0),
    at(2, 'clock_wrong'),
    at(-3, 'clock_wrong'),
    of('replayed', 'the same step again', code, { lastStep: STEP }, 0),
    of('replayed', 'an older step', code, { lastStep: STEP + 1 }, 0),
    of('replayed', 'an answer that nobody waits for', answer, {}, 0),
    of('not_allowed_here', 'the point is closed to it', code, { opens: false }, 0),
    of(
      'not_allowed_here',
      'a visitor on another day, every field at its limit',
      codeOf({ of: credentialOf(visitor) }),
      {},
      0,
    ),
    of('list_stale', 'no list', code, { listAge: null }, 0),
    of('list_stale', 'a list older than policy', code, { listAge: DAY + 1 }, 0),
    of('list_stale', 'the list cannot say', code, { status: 'unknown' }, 0),
  ]
}

function digits() {
  const samples = [
    '00',
    'ff',
    'ffff',
    '010203',
    'ffffffff',
    '0000000001',
    'ffffffffffff',
    '00000000000000',
    'ff'.repeat(7),
  ]
  return [...samples, '0102030405060708'].map((sample) => ({ bytes: sample, digits: encodeDigits(bytes(sample)) }))
}

/** The content of test/vectors/pass.json. */
export function passVectors() {
  const text = codeOf()
  const pass = decodeDigits(text) ?? new Uint8Array()
  const clear = packHolder(holder) ?? new Uint8Array()
  return {
    note: 'Alumni e-card pass, suite 0x12. Synthetic keys. How to use: docs/gate-check.md. Bytes in hex, times in ms.',
    keys: {
      keyId: scene.KEY_ID,
      issuerSecret: hex(scene.issuerSecret),
      issuerPublic: hex(scene.issuerPublic),
      view: hex(scene.viewKey),
      deviceSecret: hex(scene.deviceSecret),
      devicePublic: hex(scene.devicePublic),
    },
    holder: { ...holder, clear: hex(clear), sealed: hex(sealHolder(scene.viewKey, holder) ?? new Uint8Array()) },
    credential: { signed: hex(credentialMessage(credential)), bytes: hex(credential) },
    pass: { step: STEP, signed: hex(showMessage(pass, null)), bytes: hex(pass), digits: text },
    digits: digits(),
    notDigits: [
      '0',
      '00',
      '256',
      '65536',
      '1234567',
      '4294967296',
      '72057594037927936',
      '99999999999999999',
      '12a',
      '-01',
      ' 12',
    ],
    cases: cases(),
  }
}
