/**
 * What a guard's phone needs from the office to work without network: keys, points, policy. Fetched when a shift starts and
 * refreshed whenever there is a network; the phone always says how old it is.
 */
import { fromHex, type GateKeys, type GateReplies, type Instant, type PassKeys, type Point } from '../lib/domain'
import type { Reply } from '../services/request'
import type { Store } from './store'

const DATA = 'guard.office'

export type OfficeData = {
  /** The office's time of the answer. */
  readonly openedAt: Instant
  readonly keys: readonly PassKeys[]
  readonly points: readonly Point[]
  /** The age up to which green may be green, milliseconds. */
  readonly maxListAge: number
}

/** The stored data, or null on a phone that was never connected as a guard's. */
export function readOfficeData(store: Store): OfficeData | null {
  const value = store.read(DATA) as Partial<OfficeData> | null | undefined
  return value && Array.isArray(value.keys) && Array.isArray(value.points) ? (value as OfficeData) : null
}

/**
 * Asks the office and stores its answer.
 * @param open calls gate.open
 */
export async function fetchOfficeData(
  store: Store,
  open: () => Promise<Reply<GateReplies['open']>>,
): Promise<Reply<OfficeData>> {
  const reply = await open()
  if (!reply.ok) {
    return reply
  }
  const { now, keys, points, maxListAge } = reply.value
  const data: OfficeData = { openedAt: now, keys, points, maxListAge }
  store.write(DATA, data)
  return { ok: true, value: data }
}

/** Milliseconds since the office's answer. */
export function ageOf(data: OfficeData, now: Instant): number {
  return Math.max(0, now - data.openedAt)
}

/** The keys as domain/pass takes them. Unreadable ones are left out: their cards are then `unknown_key`. */
export function gateKeys(keys: readonly PassKeys[]): Map<number, GateKeys> {
  const readable = new Map<number, GateKeys>()
  for (const { keyId, issuer, view } of keys) {
    const pair = { issuer: fromHex(issuer), view: fromHex(view) }
    if (pair.issuer && pair.view) {
      readable.set(keyId, { issuer: pair.issuer, view: pair.view })
    }
  }
  return readable
}
