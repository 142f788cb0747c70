/**
 * The first signature and the first verification build tables (tens of milliseconds, more on a phone without a JIT). These
 * build them beforehand, while a page opens, so that the first code and the first scan come as fast as the rest.
 */
import { deviceSigner } from './device-key'
import { utf8Encode } from './utf8'
import type { GateKeys, VerifiedCredentials } from './verified'

const MESSAGE = utf8Encode('warm')

/** Before showing: the card page calls it when it opens. */
export function warmShow(): void {
  // The key signs nothing that anybody accepts; only the tables of the base point remain.
  deviceSigner(new Uint8Array(32))(MESSAGE)
}

/** Before scanning: the gate calls it when the keys are there. Pass the cache that the decisions will use. */
export function warmGate(keys: Iterable<GateKeys>, verified: VerifiedCredentials): void {
  for (const pair of keys) {
    verified.warm(pair)
  }
}
