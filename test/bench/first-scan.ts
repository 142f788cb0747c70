/** The first decision after the page has warmed up, against the fifth: nobody may wait longer for being first. */
import { performance } from 'node:perf_hooks'
import {
  decide,
  devicePublicKey,
  deviceSigner,
  type GateContext,
  issueCredential,
  passClass,
  sealHolder,
  showPass,
  stepOf,
  VerifiedCredentials,
  warmGate,
} from '../../domain/pass'
import { dayNumber, dayOf } from '../../domain/time/shanghai'
import { report } from './measure'

const NOW = Date.UTC(2026, 10, 27, 4, 0)
const KEY_ID = 1
const view = new Uint8Array(16).fill(7)
const issuerSeed = new Uint8Array(32).fill(1)

/** The code of the n-th holder; each has a phone and a credential of their own. */
function codeOf(serial: number): string {
  const deviceSeed = new Uint8Array(32).fill(serial)
  const expiryDay = dayNumber(dayOf(NOW)) + 60
  const holderBlock = sealHolder(view, {
    serial,
    class: passClass.alumnus,
    expiryDay,
    last4: '0011',
    maskedName: '李*明',
  })
  if (!holderBlock) {
    throw new Error('the bench holder does not fit')
  }
  const credential = issueCredential({
    keyId: KEY_ID,
    holderBlock,
    devicePublicKey: devicePublicKey(deviceSeed),
    sign: deviceSigner(issuerSeed),
  })
  return showPass({ credential, step: stepOf(NOW), challenge: null, sign: deviceSigner(deviceSeed) })
}

const codes = [10, 11, 12, 13, 14].map(codeOf)
const keys = new Map([[KEY_ID, { issuer: devicePublicKey(issuerSeed), view }]])
const verified = new VerifiedCredentials()
const context: GateContext = {
  now: NOW,
  keys,
  status: () => 'live',
  listAge: 0,
  maxListAge: 86_400_000,
  seen: new Map(),
  challenge: null,
  point: { id: 'gate-east', opens: () => true },
  verified,
}
warmGate(keys.values(), verified)
const samples = codes.map((code) => {
  const started = performance.now()
  const { verdict } = decide(code, context)
  if (verdict !== 'admitted') {
    throw new Error(`the bench code was not admitted: ${verdict}`)
  }
  return performance.now() - started
})
const first = samples[0] ?? 0
const fifth = samples[4] ?? 0
const mode = process.execArgv.includes('--jitless') ? ' (no JIT)' : ''
report([
  { what: `first decision after warming up${mode}`, value: first, unit: 'ms', note: `fifth: ${fifth.toFixed(2)} ms` },
])
