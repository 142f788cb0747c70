/** The settings page: reading, looking at what a change would do, saving, and the public holidays of a year. */
import * as v from 'valibot'
import type { CalendarChange, Closure } from '../review/calendar'
import type { Day } from '../time/shanghai'
import type { Bilingual } from '../university'
import { eachPolicy } from './policies'

export const settingsRefusals = [
  'settings_invalid', // details: field → what is wrong
  'settings_changed', // a colleague saved since they were read
  'settings_round_closing', // details.round: a change would take away the round that is being closed
] as const

export const MOST_CLOSURES = 100
const FIRST_YEAR = 2024
const LAST_YEAR = 2099

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
/** 'HH:mm'. */
const wallClock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
const closure = v.strictObject({ from: day, to: day, reason: v.picklist(['vacation', 'holiday']) })
const closures = v.pipe(v.array(closure), v.maxLength(MOST_CLOSURES))
const calendar = v.strictObject({ closures, cutOff: wallClock })

const settings = v.strictObject({
  closures,
  cutOff: wallClock,
  ...eachPolicy(({ least, most, usual }) =>
    v.optional(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)), usual),
  ),
  /** Between which times messages may leave for the mainland; left out, it stays as it is. */
  sendingHours: v.optional(
    v.pipe(
      v.strictObject({ from: wallClock, until: wallClock }),
      v.check(({ from, until }) => from < until),
    ),
  ),
})
export type Settings = v.InferOutput<typeof settings>

export const settingsRequests = {
  readSettings: v.strictObject({}),
  previewSettings: v.strictObject({ calendar }),
  /** `version`: of the settings that were read; when a colleague has saved since, nothing is overwritten. */
  writeSettings: v.strictObject({ settings, version: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  holidays: v.strictObject({
    year: v.pipe(v.number(), v.integer(), v.minValue(FIRST_YEAR), v.maxValue(LAST_YEAR)),
  }),
} as const

/** A public holiday and the review days in it. */
export type Holiday = { from: Day; to: Day; name: Bilingual; reviews: Day[] }

export type SettingsReplies = {
  readSettings: { settings: Settings; version: number; lastClosedRound: Day }
  /** What the calendar would change; `moving`: applications that wait and would move. */
  previewSettings: CalendarChange & { moving: number }
  writeSettings: { settings: Settings; version: number; moved: number }
  /** `announced` false: the State Council has not said yet; these are the days that the law gives. */
  holidays: { announced: boolean; holidays: Holiday[] }
}

/** Errors by field, `closures.<index>`: `day` when there is no such day, `order` when it ends before it begins. */
export function checkClosures(given: readonly Closure[], isDay: (text: string) => boolean): Record<string, string> {
  const wrong = given.map(({ from, to }, index): [string, string] => {
    const what = isDay(from) && isDay(to) ? 'order' : 'day'
    return [`closures.${index}`, what === 'order' && from <= to ? '' : what]
  })
  return Object.fromEntries(wrong.filter(([, what]) => what !== ''))
}
