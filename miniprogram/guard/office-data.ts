/**
 * What a guard's phone knows from the office besides the status list: keys, points and hours, policy. Kept across restarts, so
 * that the gate works with no network at all; how it gets here: supply.ts.
 */
import { fromHex, type GateKeys, type GateReplies, type Instant, type PassKeys, type Point } from '../lib/domain'
import type { Store } from './store'

const DATA = 'guard.office'

export type OfficeData = {
  /** The office's time of the answer. */
  readonly openedAt: Instant
  readonly keys: readonly PassKeys[]
  readonly points: readonly Point[]
  /** The age of the status list up to which green may be green, milliseconds. */
  readonly maxListAge: number
  /** Ed25519 public keys of status lists, lower-case hex. */
  readonly listKeys: readonly string[]
  /** How many people may enter together with a holder. */
  readonly companions: number
  /** Visitors show their code on leaving, too. */
  readonly visitorsLeave: boolean
}

/** The stored data, or null on a phone that was never connected as a guard's. */
export function readOfficeData(store: Store): OfficeData | null {
  const value = store.read(DATA) as Partial<OfficeData> | null | undefined
  if (!value || !Array.isArray(value.keys) || !Array.isArray(value.points)) {
    return null
  }
  // Written by an earlier version, the last three may be missing.
  const { listKeys = [], companions = 0, visitorsLeave = false } = value
  return { ...(value as OfficeData), listKeys, companions, visitorsLeave }
}

/** Stores what gate.open answered. On a full phone it lives in memory only, until it can be written. */
export function keepOfficeData(store: Store, reply: GateReplies['open']): OfficeData {
  const { now, keys, points, maxListAge, listKeys, companions, visitorsLeave } = reply
  const data: OfficeData = { openedAt: now, keys, points, maxListAge, listKeys, companions, visitorsLeave }
  try {
    store.write(DATA, data)
  } catch {
    return data
  }
  return data
}

/** Removes what the office said. */
export function forgetOfficeData(store: Store): void {
  store.remove(DATA)
}

/** Milliseconds since the office's answer. */
export function ageOf(data: OfficeData, now: Instant): number {
  return Math.max(0, now - data.openedAt)
}

/** True when a check that runs on `before` must begin anew on `after`. */
export function differs(before: OfficeData, after: OfficeData): boolean {
  const rules = ({ openedAt: _, ...rest }: OfficeData) => JSON.stringify(rest)
  return rules(before) !== rules(after)
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
