/** The pass: what a guard's phone and a holder's phone spend. Also run with `--jitless`, as JavaScript runs on iOS. */
import { generateKeyPairSync, sign, verify } from 'node:crypto'
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
const holderBlock = sealHolder(viewKey, holder)
if (!holderBlock) {
  throw new Error('the bench holder does not fit')
}
const credential = issueCredential({
  keyId: KEY_ID,
  holderBlock,
  devicePublicKey: devicePublicKey(deviceSeed),
  sign: deviceSigner(issuerSeed),
})
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
const cached = time(() => decide(text, gate(remembering)))
const cold = time(() => decide(text, gate(new VerifiedCredentials())))
const tick = time((round) => passMatrix(textAt(stepOf(NOW) + round)))

const mode = process.execArgv.includes('--jitless') ? ' (no JIT)' : ''
const times = (value: number) => `${(value / native).toFixed(1)} × node:crypto verify`
report([
  { what: `node:crypto Ed25519 verify${mode}`, value: native, unit: 'ms' },
  { what: `scan decision, credential known${mode}`, value: cached, unit: 'ms', note: times(cached) },
  { what: `scan decision, first time${mode}`, value: cold, unit: 'ms', note: times(cold) },
  { what: `phone tick: sign and QR${mode}`, value: tick, unit: 'ms', note: times(tick) },
])
