/** The dashboard from the figures of its days and the ages of the queue. Source: product "Staff office". */
import { isAdmission } from '../pass/verdicts'
import { addDays, type Day, dayOf, type Instant, weekdayOf } from '../time/shanghai'
import { type Dashboard, queueAges } from './dashboard-api'
import { addScans, admissionsOf, type DayFigures, emptyDay, type ReasonCount, type ScanFigures } from './figures'
import type { DashboardPeriod } from './periods'

/** How many applications have waited this many whole days. */
export type QueueAge = { days: number; count: number }

/** Up to this period every day is a stretch of its own, up to the next one every week. */
const DAILY = 30
const WEEKLY = 90

/** The days of a period, oldest first; today is the last. */
export function daysOf(period: DashboardPeriod, now: Instant): Day[] {
  const today = dayOf(now)
  return Array.from({ length: period }, (_, index) => addDays(today, index - period + 1))
}

/**
 * @param figures of the days that have any, by day
 * @param ages of the undecided applications
 */
export function dashboardOf(
  period: DashboardPeriod,
  figures: ReadonlyMap<Day, DayFigures>,
  ages: readonly QueueAge[],
  now: Instant,
): Dashboard {
  const days = daysOf(period, now)
  const each = days.map((day) => ({ day, figures: figures.get(day) ?? emptyDay() }))
  const verdicts = sumScans(each.map((one) => one.figures)).verdicts
  const closed = each.flatMap(({ day, figures: { round } }) => (round ? [{ day, round }] : []))
  const counted = each.map((one) => one.figures.countedAt)
  const newest = [...each].reverse().find((one) => one.figures.countedAt > 0)
  const sum = (of: (one: DayFigures) => number) => each.reduce((total, one) => total + of(one.figures), 0)
  return {
    now,
    countedAt: Math.max(...counted) || null,
    queue: queueOf(ages),
    rounds: closed.map(({ day, round: { reasons: _, ...counts } }) => ({ day, ...counts })),
    reasons: sumReasons(closed.flatMap(({ round }) => round.reasons)),
    cards: stretches(period, days).map(({ from, to }) => {
      const inside = each.filter(({ day }) => from <= day && day <= to)
      return {
        from,
        to,
        issued: inside.reduce((total, one) => total + one.figures.issued, 0),
        activated: inside.reduce((total, one) => total + one.figures.activated, 0),
      }
    }),
    totals: {
      issued: sum((one) => one.issued),
      activated: sum((one) => one.activated),
      scans: Object.values(verdicts).reduce((total, count) => total + count, 0),
      admitted: admissionsOf({ verdicts }),
    },
    scans: scansOf(each, dayOf(now)),
    refused: refusedOf(verdicts),
    failedMessages: newest?.figures.failedMessages ?? 0,
  }
}

function queueOf(ages: readonly QueueAge[]): Dashboard['queue'] {
  const byAge = new Array<number>(queueAges.length + 1).fill(0)
  for (const { days, count } of ages) {
    const place = queueAges.filter((end) => days >= end).length
    byAge[place] = (byAge[place] ?? 0) + count
  }
  const total = byAge.reduce((sum, count) => sum + count, 0)
  return { total, byAge, oldestDays: ages.reduce((oldest, { days }) => Math.max(oldest, days), 0) }
}

/** Days, weeks from Monday, or months; the first and the last may be cut by the period. */
function stretches(period: DashboardPeriod, days: readonly Day[]): { from: Day; to: Day }[] {
  const found: { name: string; from: Day; to: Day }[] = []
  for (const day of days) {
    const name = stretchName(period, day)
    const last = found[found.length - 1]
    if (last?.name === name) {
      last.to = day
    } else {
      found.push({ name, from: day, to: day })
    }
  }
  return found
}

function stretchName(period: DashboardPeriod, day: Day): string {
  if (period <= DAILY) {
    return day
  }
  return period <= WEEKLY ? mondayOf(day) : day.slice(0, 7)
}

function mondayOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7))
}

function scansOf(each: readonly { day: Day; figures: DayFigures }[], today: Day): Dashboard['scans'] {
  const since = (first: Day) => sumScans(each.filter(({ day }) => day >= first).map(({ figures }) => figures)).scans
  return { today: since(today), week: since(mondayOf(today)) }
}

function sumScans(figures: readonly ScanFigures[]): ScanFigures {
  return figures.reduce(addScans, { scans: {}, verdicts: {} })
}

function refusedOf(verdicts: Record<string, number>): Dashboard['refused'] {
  const refused = Object.entries(verdicts).filter(([verdict]) => !isAdmission(verdict))
  return refused.map(([verdict, count]) => ({ verdict, count })).sort((a, b) => b.count - a.count)
}

function sumReasons(all: readonly ReasonCount[]): ReasonCount[] {
  const sums = new Map<string, ReasonCount>()
  for (const one of all) {
    const key = `${one.kind} ${one.reason}`
    const before = sums.get(key)
    sums.set(key, { ...one, count: one.count + (before?.count ?? 0) })
  }
  return [...sums.values()].sort((a, b) => b.count - a.count)
}
