/**
 * The first verification builds tables, and code that runs for the first time is slower than the fifth. This does both
 * beforehand, while the scanner opens, so that the first scan comes as fast as the rest.
 */
import { decide } from './decide'
import { warmBasePoint } from './signature'
import { type GateKeys, VerifiedCredentials } from './verified'
import { SAMPLE_KEY_ID, sampleKeys, sampleText } from './warm-sample'

const SAMPLES = 12

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
