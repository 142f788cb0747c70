/**
 * Days and hours of the university. China has one time zone and no summer time since 1991, so Shanghai is a fixed UTC+8;
 * phones abroad and functions that run in UTC must agree on it. Instants are epoch milliseconds, days are 'YYYY-MM-DD'.
 */
import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** A calendar day in Shanghai, 'YYYY-MM-DD'; such texts sort by time. */
export type Day = string

/** An instant, epoch milliseconds. */
export type Instant = number

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
const OFFSET_MINUTES = 480

function local(instant: Instant) {
  return dayjs(instant).utcOffset(OFFSET_MINUTES)
}

function midnight(day: Day) {
  return dayjs.utc(day).subtract(OFFSET_MINUTES, 'minute')
}

/** The Shanghai day of an instant. */
export function dayOf(instant: Instant): Day {
  return local(instant).format('YYYY-MM-DD')
}

/** Wall-clock time of an instant, 'HH:mm'. */
export function timeOf(instant: Instant): string {
  return local(instant).format('HH:mm')
}

/** The instant of a wall-clock time 'HH:mm' on a day. */
export function instantAt(day: Day, time: string): Instant {
  const [hours = '0', minutes = '0'] = time.split(':')
  return midnight(day).valueOf() + Number(hours) * HOUR + Number(minutes) * 60_000
}

/** 00:00 of a day. */
export function startOf(day: Day): Instant {
  return midnight(day).valueOf()
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return dayjs.utc(day).add(count, 'day').format('YYYY-MM-DD')
}

/** The same date `count` years later; 29 February becomes 28 February. */
export function addYears(day: Day, count: number): Day {
  return dayjs.utc(day).add(count, 'year').format('YYYY-MM-DD')
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  return dayjs.utc(day).day()
}

/** Days since 1970-01-01, as the pass counts them (domain/pass). */
export function dayNumber(day: Day): number {
  return Math.floor(dayjs.utc(day).valueOf() / DAY)
}

/** The day of a number made by {@link dayNumber}. */
export function dayFromNumber(count: number): Day {
  return dayjs.utc(count * DAY).format('YYYY-MM-DD')
}

/** True for a text that is a real calendar day. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayjs.utc(text).format('YYYY-MM-DD') === text
}
