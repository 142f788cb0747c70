/**
 * The first decision after the page has warmed up, against the fifth: nobody may wait longer for being first. A first
 * time is only once, so each sample is a thread of its own, with nothing compiled and no tables; medians over all of
 * them.
 */
import { performance } from 'node:perf_hooks'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
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
import { median, report } from './measure'

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

const THREADS = 15

type Given = { codes: string[]; issuer: Uint8Array }
type Sample = { first: number; fifth: number }

/** In a thread that has done nothing yet: warms up as the page does, then decides about five people. */
function sample({ codes, issuer }: Given): Sample {
  const keys = new Map([[KEY_ID, { issuer, view }]])
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
  const times = codes.map((code) => {
    const started = performance.now()
    const { verdict } = decide(code, context)
    const took = performance.now() - started
    if (verdict !== 'admitted') {
      throw new Error(`the bench code was not admitted: ${verdict}`)
    }
    return took
  })
  return { first: times[0] ?? 0, fifth: times[4] ?? 0 }
}

function inThread(given: Given): Promise<Sample> {
  return new Promise((resolve, reject) => {
    new Worker(__filename, { workerData: given }).once('message', resolve).once('error', reject)
  })
}

async function measure(): Promise<void> {
  const given = { codes: [10, 11, 12, 13, 14].map(codeOf), issuer: devicePublicKey(issuerSeed) }
  const samples: Sample[] = []
  for (let thread = 0; thread < THREADS; thread += 1) {
    samples.push(await inThread(given))
  }
  const [first, fifth] = [median(samples.map((one) => one.first)), median(samples.map((one) => one.fifth))]
  const mode = process.execArgv.includes('--jitless') ? ' (no JIT)' : ''
  const note = `fifth: ${fifth.toFixed(2)} ms, ${(first / fifth).toFixed(2)} × it (aim 1)`
  report([{ what: `first decision after warming up${mode}`, value: first, unit: 'ms', note }])
}

if (isMainThread) {
  void measure()
} else {
  parentPort?.postMessage(sample(workerData))
}
