/**
 * The figures of a day: what happened at the points, what became of a round, how many cards there are more. They are counted
 * once, when things arrive, so that a look at a year reads 366 small records and never the scans. Days and hours are
 * Shanghai's. Source: product "Staff office" (dashboard).
 */
import type { ScanWay } from '../gate/journal'
import { isAdmission, verdictNamed } from '../pass/verdicts'
import type { Decision } from '../review/decision'
import { type Day, dayOf, HOUR, type Instant, startOf } from '../time/shanghai'

/** How often a reason was given in a round. */
export type ReasonCount = { kind: 'return' | 'reject'; reason: NonNullable<Decision['reason']>; count: number }

export type RoundFigures = {
  approved: number
  returned: number
  rejected: number
  carriedOver: number
  reasons: ReasonCount[]
}

/** Scans by point and hour of the day (24 numbers each), let in or not; and by verdict. */
export type ScanFigures = {
  scans: Record<string, number[]>
  verdicts: Record<string, number>
}

export type DayFigures = ScanFigures & {
  issued: number
  activated: number
  /** The round of this day; null when there was none or it is not closed. */
  round: RoundFigures | null
  /** Messages that had failed for good when the day was last counted. */
  failedMessages: number
  /** When the day was last counted; 0: only its scans were. */
  countedAt: Instant
}

/** The part of a scan that is counted. */
export type CountedScan = { at: Instant; receivedAt: Instant; point: string; verdict: string; how: ScanWay }

const HOURS = 24
/** Verdicts that are not on the list: a phone of another version. */
export const OTHER_VERDICT = 'other'

/** A day on which nothing happened. */
export function emptyDay(): DayFigures {
  return { scans: {}, verdicts: {}, issued: 0, activated: 0, round: null, failedMessages: 0, countedAt: 0 }
}

/**
 * Counts scans by the day on which they were made, however late they arrived. A phone whose clock is ahead of its delivery
 * is not believed: its scan counts when it arrived. Who leaves is not counted: nothing was decided.
 */
export function countScans(scans: readonly CountedScan[]): Map<Day, ScanFigures> {
  const days = new Map<Day, ScanFigures>()
  const checks = scans.filter(({ how }) => how !== 'leaving')
  for (const { at, receivedAt, point, verdict } of checks) {
    const made = Math.max(0, Math.min(at, receivedAt))
    const day = dayOf(made)
    const figures = days.get(day) ?? { scans: {}, verdicts: {} }
    days.set(day, figures)
    const hour = Math.floor((made - startOf(day)) / HOUR)
    const hours = figures.scans[point] ?? noHours()
    figures.scans[point] = hours
    hours[hour] = (hours[hour] ?? 0) + 1
    const known = verdictNamed(verdict) ?? OTHER_VERDICT
    figures.verdicts[known] = (figures.verdicts[known] ?? 0) + 1
  }
  return days
}

/** Both together. */
export function addScans(one: ScanFigures, other: ScanFigures): ScanFigures {
  const scans: Record<string, number[]> = { ...one.scans }
  for (const [point, hours] of Object.entries(other.scans)) {
    const before = scans[point] ?? noHours()
    scans[point] = before.map((count, hour) => count + (hours[hour] ?? 0))
  }
  return { scans, verdicts: addCounts(one.verdicts, other.verdicts) }
}

/** How many of the scans let somebody in. */
export function admissionsOf({ verdicts }: Pick<ScanFigures, 'verdicts'>): number {
  const admitted = Object.entries(verdicts).filter(([verdict]) => isAdmission(verdict))
  return admitted.reduce((sum, [, count]) => sum + count, 0)
}

function addCounts(one: Record<string, number>, other: Record<string, number>): Record<string, number> {
  const sum = { ...one }
  for (const [name, count] of Object.entries(other)) {
    sum[name] = (sum[name] ?? 0) + count
  }
  return sum
}

function noHours(): number[] {
  return new Array<number>(HOURS).fill(0)
}
