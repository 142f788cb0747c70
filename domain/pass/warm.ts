/**
 * The first signature and the first verification build tables (tens of milliseconds, more on a phone without a JIT), and code
 * that runs for the first time is slower than the fifth. These do both beforehand, while a page opens, so that the first
 * code and the first scan come as fast as the rest.
 */
import { decide } from './decide'
import { deviceSigner } from './device-key'
import { warmBasePoint } from './signature'
import { utf8Encode } from './utf8'
import { type GateKeys, VerifiedCredentials } from './verified'
import { SAMPLE_KEY_ID, sampleKeys, sampleText } from './warm-sample'

const MESSAGE = utf8Encode('warm')
const SAMPLES = 12

/** Before showing: the card page calls it when it opens. */
export function warmShow(): void {
  // The key signs nothing that anybody accepts; only the tables of the base point remain.
  deviceSigner(new Uint8Array(32))(MESSAGE)
}

/**
 * Before scanning, when the keys are there: what to do, in steps, so that the page can draw between them.
 * @param verified the cache that the decisions will use; nothing is remembered in it but tables
 */
export function gateWarmUp(keys: Iterable<GateKeys>, verified: VerifiedCredentials): (() => void)[] {
  const pairs = [...keys]
  const tables = pairs.map((pair) => () => verified.warm(pair))
  const sample = () => {
    decideSample()
    // Under a real key it is forged, so it leaves nothing behind.
    decideSample({ keys: pairs[0] ?? sampleKeys, verified })
  }
  return [warmBasePoint, ...tables, ...Array.from({ length: SAMPLES }, () => sample)]
}

/** All steps at once. */
export function warmGate(keys: Iterable<GateKeys>, verified: VerifiedCredentials): void {
  for (const step of gateWarmUp(keys, verified)) {
    step()
  }
}

/** A whole decision, from the text to the verdict, about a code of nobody, in a world of its own unless told otherwise. */
export function decideSample({ keys = sampleKeys, verified = new VerifiedCredentials() } = {}) {
  return decide(sampleText, {
    now: 0,
    keys: new Map([[SAMPLE_KEY_ID, keys]]),
    status: () => 'live',
    listAge: 0,
    maxListAge: 0,
    seen: new Map(),
    challenge: null,
    point: { id: '', opens: () => true },
    verified,
  }).verdict
}
