/**
 * When a visitor has to be gone, and what became of a visit. Gates scan visitors who leave only where the office wants it
 * (policy `visitLeavingMinutes`); what was in force when a pass was given holds for that pass, so nobody is said to have
 * overstayed who was never asked to show a code on leaving. Source: product "Visitor pass"; decision 19.
 */
import { LEFT, type ScanWay } from '../gate/journal'
import { isAdmission } from '../pass/verdicts'
import { addDays, type Day, type Instant, instantAt, MINUTE, startOf } from '../time/shanghai'
import type { Point } from '../university'
import type { VisitOutcome, VisitState } from './rules'

/**
 * The last moment at which somebody who came by this gate is expected to leave: some minutes after it closes.
 * @param minutes policy; 0: nobody is scanned on leaving
 * @returns null when there is no such moment
 */
export function leaveBy({ opens, closes }: Pick<Point, 'opens' | 'closes'>, day: Day, minutes: number): Instant | null {
  if (minutes === 0) {
    return null
  }
  const tomorrow = addDays(day, 1)
  // Hours that are equal: always open, so the day itself is the limit.
  const closing = opens === closes ? startOf(tomorrow) : instantAt(opens < closes ? day : tomorrow, closes)
  return closing + minutes * MINUTE
}

/** What a visit's scans say; instants in any order. */
export type VisitTraces = { entries: readonly Instant[]; exits: readonly Instant[] }

/** Sorts the scans of a day pass into coming and going. */
export function tracesOf(scans: readonly { at: Instant; verdict: string; how: ScanWay }[]): VisitTraces {
  const exits = scans.filter(({ how, verdict }) => how === 'leaving' && verdict === LEFT)
  const entries = scans.filter(({ how, verdict }) => how !== 'leaving' && isAdmission(verdict))
  return { entries: entries.map(({ at }) => at), exits: exits.map(({ at }) => at) }
}

/**
 * What became of a visit whose day is over. Who comes back in after leaving has to leave once more.
 * @param limit of {@link leaveBy}; null: nobody asked for leaving to be scanned
 */
export function outcomeOf(
  state: VisitState,
  { entries, exits }: VisitTraces,
  limit: Instant | null,
): Exclude<VisitOutcome, 'open'> {
  if (state !== 'approved') {
    return 'none'
  }
  if (entries.length === 0) {
    return 'no_show'
  }
  const lastEntry = Math.max(...entries)
  const hasLeft = limit === null || exits.some((at) => at >= lastEntry && at <= limit)
  return hasLeft ? 'came' : 'overstayed'
}
