/**
 * A guard's shift: the point, how many were checked and let in, the last scans. Kept across restarts; a shift that began long ago asks
 * for the point again. No name of anybody is written down: the last scans hold times and verdicts, and which codes were used,
 * so that a code does not come to life again when the app restarts.
 */
import type { Instant, SeenSteps } from '../lib/domain'
import type { FaceName } from './faces'
import type { Store } from './store'

const SHIFT = 'guard.shift'
/** Longer than any shift; after this the phone asks where one is. */
export const LONGEST_SHIFT = 14 * 3_600_000
/** How many scans the page lists; the count of those remembered for replays. */
export const RECENT_SHOWN = 10
const RECENT_KEPT = 40

export type RecentScan = {
  readonly id: string
  readonly at: Instant
  readonly face: FaceName
  readonly serial: number | null
  /** The step that counts as used by this scan, or null when nobody was let in. */
  readonly used: number | null
}

export type Shift = {
  readonly point: string
  readonly startedAt: Instant
  readonly count: number
  /** How many of them were let in, companions not counted. */
  readonly letIn: number
  /** Newest first. */
  readonly recent: readonly RecentScan[]
}

/** The stored shift, or null before the first one. */
export function readShift(store: Store): Shift | null {
  const value = store.read(SHIFT) as Partial<Shift> | null | undefined
  if (typeof value?.point !== 'string' || !Array.isArray(value.recent)) {
    return null
  }
  // A shift that began under an earlier version did not count who was let in.
  return { ...(value as Shift), letIn: value.letIn ?? 0 }
}

/** True while the shift goes on. */
export function isRunning(shift: Shift | null, now: Instant): shift is Shift {
  return shift !== null && now - shift.startedAt < LONGEST_SHIFT
}

/** Starts a shift at a point. Codes used before stay used. */
export function startShift(store: Store, point: string, now: Instant): Shift {
  const before = readShift(store)
  const recent = before?.point === point ? before.recent : []
  return write(store, { point, startedAt: now, count: 0, letIn: 0, recent })
}

/** Ends the shift for good: the next one begins with the choice of a point. */
export function endShift(store: Store): void {
  store.remove(SHIFT)
}

/** Counts a scan and puts it on top of the list; a scan with the same id is corrected instead. */
export function noteScan(store: Store, shift: Shift, scan: RecentScan): Shift {
  const before = shift.recent.find(({ id }) => id === scan.id)
  const others = shift.recent.filter(({ id }) => id !== scan.id)
  return write(store, {
    ...shift,
    count: shift.count + (before ? 0 : 1),
    letIn: shift.letIn + letsIn(scan) - (before ? letsIn(before) : 0),
    recent: [scan, ...others].slice(0, RECENT_KEPT),
  })
}

/** The steps used at this point, as domain/pass asks for them, from the scans that are remembered. */
export function seenSteps(shift: Shift): SeenSteps & Map<number, number> {
  const seen = new Map<number, number>()
  for (const { serial, used } of shift.recent) {
    if (serial !== null && used !== null) {
      seen.set(serial, Math.max(used, seen.get(serial) ?? used))
    }
  }
  return seen
}

function letsIn({ face }: RecentScan): number {
  return face === 'admitted' || face === 'list_stale' ? 1 : 0
}

function write(store: Store, shift: Shift): Shift {
  store.write(SHIFT, shift)
  return shift
}
