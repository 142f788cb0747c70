/**
 * The review calendar: every Thursday, cut-off 12:00 Shanghai, except in vacations and on public holidays (notice III.2).
 * Registration is stopped from a cut-off until that round is closed. This is derived from the clock and the last closed
 * round alone, so a late, doubled or missed timer tick cannot change it.
 */
import { addDays, type Day, dayOf, type Instant, instantAt, weekdayOf } from '../time/shanghai'

/** Days without review, both ends included. */
export type Closure = { from: Day; to: Day; reason: 'vacation' | 'holiday' }

export type ReviewCalendar = {
  /** 0 Sunday … 6 Saturday; the notice says Thursday (4). */
  weekday: number
  /** Shanghai wall-clock 'HH:mm'. */
  cutOff: string
  closures: readonly Closure[]
}

/** A review day and the instant at which its applications are cut off. */
export type Review = { day: Day; cutOff: Instant }

/** The state of registration at an instant. */
export type RegistrationState =
  | { open: true; next: Review }
  | { open: false; why: 'review'; round: Day }
  | { open: false; why: 'no_review_planned' }

// Two full years of weeks: longer closures than that are a mistake in the settings, answered as "no review planned".
const HORIZON_WEEKS = 104

/** True when the university reviews on this day. */
export function isReviewDay(day: Day, calendar: ReviewCalendar): boolean {
  if (weekdayOf(day) !== calendar.weekday) {
    return false
  }
  return !calendar.closures.some((closure) => closure.from <= day && day <= closure.to)
}

/** The first review whose cut-off is later than `now`, or null when none is planned. */
export function nextReview(now: Instant, calendar: ReviewCalendar): Review | null {
  const today = dayOf(now)
  let day = addDays(today, (calendar.weekday - weekdayOf(today) + 7) % 7)
  for (let week = 0; week < HORIZON_WEEKS; week += 1) {
    const cutOff = instantAt(day, calendar.cutOff)
    if (cutOff > now && isReviewDay(day, calendar)) {
      return { day, cutOff }
    }
    day = addDays(day, 7)
  }
  return null
}

/** The latest review whose cut-off has come, looking no further back than `after` (exclusive); null when there is none. */
export function dueReview(now: Instant, calendar: ReviewCalendar, after: Day): Review | null {
  const today = dayOf(now)
  let day = addDays(today, -((weekdayOf(today) - calendar.weekday + 7) % 7))
  for (let week = 0; week < HORIZON_WEEKS && day > after; week += 1) {
    const cutOff = instantAt(day, calendar.cutOff)
    if (cutOff <= now && isReviewDay(day, calendar)) {
      return { day, cutOff }
    }
    day = addDays(day, -7)
  }
  return null
}

/**
 * Whether registration is open.
 * @param lastClosedRound the review day of the last closed round (at first: the day before the service opened)
 */
export function registrationState(now: Instant, calendar: ReviewCalendar, lastClosedRound: Day): RegistrationState {
  const due = dueReview(now, calendar, lastClosedRound)
  if (due) {
    return { open: false, why: 'review', round: due.day }
  }
  const next = nextReview(now, calendar)
  return next ? { open: true, next } : { open: false, why: 'no_review_planned' }
}

/** What another calendar would change: review days that fall away or are added, and which review is next before and after. */
export type CalendarChange = { lost: Day[]; gained: Day[]; before: Review | null; after: Review | null }

// A year ahead is what an office plans.
const PREVIEW_WEEKS = 53

/** Compares two calendars from now on, a year ahead. */
export function compareCalendars(now: Instant, before: ReviewCalendar, after: ReviewCalendar): CalendarChange {
  const [old, planned] = [before, after].map((calendar) => reviewDays(now, calendar)) as [Day[], Day[]]
  return {
    lost: old.filter((day) => !planned.includes(day)),
    gained: planned.filter((day) => !old.includes(day)),
    before: nextReview(now, before),
    after: nextReview(now, after),
  }
}

/** The review days whose cut-off is still to come, a year ahead. */
function reviewDays(now: Instant, calendar: ReviewCalendar): Day[] {
  const today = dayOf(now)
  const first = addDays(today, (calendar.weekday - weekdayOf(today) + 7) % 7)
  const days = Array.from({ length: PREVIEW_WEEKS }, (_, week) => addDays(first, week * 7))
  return days.filter((day) => isReviewDay(day, calendar) && instantAt(day, calendar.cutOff) > now)
}

/** The review days between two days, both included, that a closure from the one to the other would take away. */
export function reviewDaysWithin(from: Day, to: Day, weekday: number): Day[] {
  const days: Day[] = []
  for (let day = addDays(from, (weekday - weekdayOf(from) + 7) % 7); day <= to; day = addDays(day, 7)) {
    days.push(day)
  }
  return days
}
