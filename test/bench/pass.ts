/** The pass: what a guard's phone and a holder's phone spend. Also run with `--jitless`, as JavaScript runs on iOS. */
import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import {
  decide,
  devicePublicKey,
  deviceSigner,
  type GateContext,
  issueCredential,
  passClass,
  passMatrix,
  sealHolder,
  showPass,
  stepOf,
  VerifiedCredentials,
  warmGate,
} from '../../domain/pass'
import { dayNumber, dayOf } from '../../domain/time/shanghai'
import { report, time } from './measure'

const NOW = Date.UTC(2026, 10, 27, 4, 0)
const KEY_ID = 1
const viewKey = new Uint8Array(16).fill(7)
const issuerSeed = new Uint8Array(32).fill(1)
const deviceSeed = new Uint8Array(32).fill(2)

const holder = {
  serial: 123_456,
  class: passClass.alumnus,
  expiryDay: dayNumber(dayOf(NOW)) + 60,
  last4: '0011',
  maskedName: '李*明',
}
function credentialOf(serial: number): Uint8Array {
  const holderBlock = sealHolder(viewKey, { ...holder, serial })
  if (!holderBlock) {
    throw new Error('the bench holder does not fit')
  }
  return issueCredential({
    keyId: KEY_ID,
    holderBlock,
    devicePublicKey: devicePublicKey(deviceSeed),
    sign: deviceSigner(issuerSeed),
  })
}

const credential = credentialOf(holder.serial)
const signDevice = deviceSigner(deviceSeed)
const textAt = (step: number) => showPass({ credential, step, challenge: null, sign: signDevice })

const keys = new Map([[KEY_ID, { issuer: devicePublicKey(issuerSeed), view: viewKey }]])
const gate = (verified: VerifiedCredentials): GateContext => ({
  now: NOW,
  keys,
  status: () => 'live',
  listAge: 0,
  maxListAge: 86_400_000,
  seen: { get: () => undefined, set: () => undefined },
  challenge: null,
  point: { id: 'gate-east', opens: () => true },
  verified,
})

const text = textAt(stepOf(NOW))
const remembering = new VerifiedCredentials()
const admitted = decide(text, gate(remembering)).verdict
if (admitted !== 'admitted') {
  throw new Error(`the bench code was not admitted: ${admitted}`)
}

const pair = generateKeyPairSync('ed25519')
const message = Buffer.alloc(140, 3)
const signature = sign(null, message, pair.privateKey)
const native = time(() => verify(null, message, pair.publicKey, signature))

// What the library's own verification costs, in the same run: a decision is one of them, or two for a new credential.
const devicePublic = devicePublicKey(deviceSeed)
const signed = signDevice(message)
const plain = time(() => ed25519.verify(signed, message, devicePublic, { zip215: false }))

const cached = time(() => decide(text, gate(remembering)))
// Every scan another holder's: a gate that is warm and has never seen the credential.
const warmed = new VerifiedCredentials()
warmGate(keys.values(), warmed)
const strangers = Array.from({ length: 16 * 10 }, (_, index) => strangerCode(index))
const cold = time((round) => decide(strangers[round] ?? '', gate(warmed)), { rounds: 15, calls: 10 })
const tick = time((round) => passMatrix(textAt(stepOf(NOW) + round)))

function strangerCode(serial: number): string {
  return showPass({ credential: credentialOf(serial), step: stepOf(NOW), challenge: null, sign: signDevice })
}

const mode = process.execArgv.includes('--jitless') ? ' (no JIT)' : ''
const times = (value: number, of: number, what: string) => `${(value / of).toFixed(2)} × ${what}`
report([
  { what: `node:crypto Ed25519 verify${mode}`, value: native, unit: 'ms' },
  { what: `@noble/curves verify${mode}`, value: plain, unit: 'ms', note: times(plain, native, 'node:crypto') },
  {
    what: `scan decision, credential known${mode}`,
    value: cached,
    unit: 'ms',
    note: `${times(cached, native, 'node:crypto')}, ${times(cached, plain, 'one noble verify')} (aim 1.25)`,
  },
  {
    what: `scan decision, first time${mode}`,
    value: cold,
    unit: 'ms',
    note: `${times(cold, native, 'node:crypto')}, ${times(cold, 2 * plain, 'two noble verifies')} (aim 1.25)`,
  },
  { what: `phone tick: sign and QR${mode}`, value: tick, unit: 'ms', note: times(tick, native, 'node:crypto') },
])
