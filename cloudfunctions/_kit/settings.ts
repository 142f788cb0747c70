/** The office's settings, and the review calendar that follows from them. */
import { DEFAULT_LIST_AGE } from '../../domain/gate/list-life'
import type { ReviewCalendar } from '../../domain/review/calendar'
import { HOUR } from '../../domain/time/shanghai'
import { university } from '../../domain/university'
import type { SettingsRecord } from './records/office'
import { get, type Stored } from './store'

/** The only record of its collection. */
export const OFFICE = 'office'

/** The settings, or null while the office has not opened the service. */
export function loadSettings(): Promise<Stored<'settings'> | null> {
  return get('settings', OFFICE)
}

/** The review calendar: the day is the university's, cut-off and closures are the office's. */
export function calendarOf({ cutOff, closures }: Pick<SettingsRecord, 'cutOff' | 'closures'>): ReviewCalendar {
  return { weekday: university.review.weekday, cutOff, closures }
}

/** Policy: the age up to which a status list lets green be green, milliseconds. */
export function maxListAgeOf(settings: Pick<SettingsRecord, 'maxListAgeHours'> | null): number {
  return settings ? settings.maxListAgeHours * HOUR : DEFAULT_LIST_AGE
}
