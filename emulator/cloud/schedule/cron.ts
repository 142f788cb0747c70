/**
 * Timer expressions of CloudBase: seven fields, UTC.
 *   second minute hour day month weekday year        e.g. "0 0 4 * * 4 *" = Thursdays 04:00 UTC
 * Each field: `*`, `?` (day, weekday), numbers, names (JAN, MON), lists, ranges, steps. When day and weekday are both
 * given, either is enough. Not supported: L, W, #. Source: the platform's timer documentation.
 */

type Field = { allowed: Set<number>; any: boolean }
export type CronExpression = { fields: readonly Field[] }

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
const RANGES: readonly [low: number, high: number, names: readonly string[], base: number][] = [
  [0, 59, [], 0],
  [0, 59, [], 0],
  [0, 23, [], 0],
  [1, 31, [], 0],
  [1, 12, MONTHS, 1],
  [0, 6, DAYS, 0],
  [1970, 2099, [], 0],
]
const [SECOND, MINUTE, HOUR, DAY, MONTH, WEEKDAY, YEAR] = [0, 1, 2, 3, 4, 5, 6] as const
const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Parses an expression; throws a RangeError that names the wrong field. */
export const parseCron = (expression: string): CronExpression => {
  const parts = expression.trim().split(/\s+/)
  if (parts.length !== 7)
    throw new RangeError(`A timer expression has seven fields, not ${parts.length}: ${expression}`)
  return { fields: parts.map(parseField) }
}

const parseField = (text: string, at: number): Field => {
  const [low, high] = RANGES[at]!
  if (text === '*' || (text === '?' && (at === DAY || at === WEEKDAY)))
    return { allowed: numbers(low, high, 1), any: true }
  const allowed = new Set<number>()
  for (const part of text.split(',')) {
    const [span = '', step = '1'] = part.split('/')
    const [from, to] = spanOf(span, at, part.includes('/'))
    const every = Number(step)
    const wrong = !Number.isInteger(every) || every < 1 || from < low || to > high || from > to
    if (wrong) throw new RangeError(`Field ${at + 1} of a timer expression is not understood: ${text}`)
    for (const value of numbers(from, to, every)) allowed.add(value)
  }
  return { allowed, any: false }
}

const spanOf = (span: string, at: number, stepped: boolean): [number, number] => {
  const [low, high, names, base] = RANGES[at]!
  if (span === '*') return [low, high]
  const value = (text: string): number => {
    const name = names.indexOf(text.toUpperCase())
    if (name >= 0) return name + base
    return /^\d+$/.test(text) ? Number(text) : Number.NaN
  }
  const [from = '', to] = span.split('-')
  const first = value(from)
  const last = to === undefined ? (stepped ? high : first) : value(to)
  return Number.isNaN(first) || Number.isNaN(last) ? [1, 0] : [first, last]
}

const numbers = (from: number, to: number, step: number): Set<number> => {
  const out = new Set<number>()
  for (let value = from; value <= to; value += step) out.add(value)
  return out
}

const dayMatches = (cron: CronExpression, date: Date): boolean => {
  const day = cron.fields[DAY]!
  const weekday = cron.fields[WEEKDAY]!
  const byDay = day.allowed.has(date.getUTCDate())
  const byWeekday = weekday.allowed.has(date.getUTCDay())
  if (!day.any && !weekday.any) return byDay || byWeekday
  return byDay && byWeekday
}

/** The first instant strictly after `after` (epoch ms) at which the timer is due; null when there is none. */
export const nextDue = (cron: CronExpression, after: number): number | null => {
  const has = (at: number, value: number) => cron.fields[at]!.allowed.has(value)
  let at = (Math.floor(after / SECOND_MS) + 1) * SECOND_MS
  const end = Date.UTC(2100, 0, 1)
  while (at < end) {
    const date = new Date(at)
    if (!has(YEAR, date.getUTCFullYear())) at = Date.UTC(date.getUTCFullYear() + 1, 0, 1)
    else if (!has(MONTH, date.getUTCMonth() + 1)) at = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
    else if (!dayMatches(cron, date)) at = (Math.floor(at / DAY_MS) + 1) * DAY_MS
    else if (!has(HOUR, date.getUTCHours())) at = (Math.floor(at / HOUR_MS) + 1) * HOUR_MS
    else if (!has(MINUTE, date.getUTCMinutes())) at = (Math.floor(at / MINUTE_MS) + 1) * MINUTE_MS
    else if (!has(SECOND, date.getUTCSeconds())) at += SECOND_MS
    else return at
  }
  return null
}

/** The last instant in (after, until] at which the timer was due; null when it was not. */
export const lastDue = (cron: CronExpression, after: number, until: number): number | null => {
  let from = after
  let found: number | null = null
  // Narrow from behind first, so that a jump of years over a timer of every second stays cheap.
  for (const span of [MINUTE_MS, HOUR_MS, DAY_MS, 32 * DAY_MS]) {
    const start = Math.max(after, until - span)
    const due = nextDue(cron, start)
    if (due !== null && due <= until) {
      from = start
      break
    }
  }
  for (let due = nextDue(cron, from); due !== null && due <= until; due = nextDue(cron, due)) found = due
  return found
}
