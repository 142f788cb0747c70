/**
 * Who may come as a visitor, on which day, and who says yes. An applicant who waits, who was refused, or whose card does not
 * open the campus today asks for a day pass: one document, one visit a day, so many a month. What staff decide: decision.ts.
 * Source: notice II and 5(1) (the visitor system while a card is not there); product "Visitor pass".
 *
 *   waiting ──approve──▶ approved ──▶ came | overstayed | no_show (settled from the scans two nights later)
 *      │  └──refuse──▶ refused ◀── staff take an approved one back
 *      └──cancel──▶ cancelled ◀── cancel
 */

import { passClass } from '../pass/layout'
import { ok, type Result, refuse } from '../result'
import { addDays, type Day, dayOf, type Instant, timeOf } from '../time/shanghai'
import type { Point } from '../university'

/** Why somebody comes; `other` needs a note. */
export const visitReasons = ['campus', 'reunion', 'teacher', 'errand', 'event', 'other'] as const
export type VisitReason = (typeof visitReasons)[number]

export const visitStates = ['waiting', 'approved', 'refused', 'cancelled'] as const
export type VisitState = (typeof visitStates)[number]

/** What became of it (leaving.ts). `open`: not settled yet; `none`: there was no pass to use. */
export const visitOutcomes = ['open', 'came', 'overstayed', 'no_show', 'none'] as const
export type VisitOutcome = (typeof visitOutcomes)[number]

/**
 * Why this person needs a day pass. `known`: the identity was given in an application or stands on a card, and nothing speaks
 * against it; `doubtful`: a forged proof, a suspended or revoked card, so staff decide; `holder`: the card itself opens the
 * gate; `nobody`: there is no application and no card.
 */
export type VisitorStanding = 'known' | 'doubtful' | 'holder' | 'nobody'

/** The office's policies for visits. */
export type VisitPolicies = {
  /** How many days ahead a visit can be asked for; today counts as none. */
  visitDaysAhead: number
  /** Visits of one person a calendar month; 0: none at all. */
  visitsPerMonth: number
  /** The first so many of a month are approved by rule, the rest by staff. */
  visitsByRule: number
}

/** How often a person's visits of the last half year went otherwise than agreed. */
export type VisitMarks = { noShows: number; overstays: number }

export type VisitRequest = { day: Day; point: Point | undefined; reason: VisitReason; note: string }

/**
 * What is known about who asks. `taken`: the days of that month's visits that count; `sameDay`: what became of an earlier
 * request for this day, null when there was none.
 */
export type Visitor = {
  standing: VisitorStanding
  taken: readonly Day[]
  sameDay: VisitState | null
  marks: VisitMarks
}

export type VisitRefusal =
  | 'visit_holds_card'
  | 'visit_not_known'
  | 'visit_day'
  | 'visit_gate'
  | 'visit_note_missing'
  | 'visit_exists'
  | 'visit_limit'

/** The days that can be asked for at a gate: from today, or tomorrow once it has closed. */
export function visitWindow(now: Instant, daysAhead: number, point?: Point): { from: Day; to: Day } {
  const today = dayOf(now)
  const isOver = point !== undefined && point.opens < point.closes && timeOf(now) >= point.closes
  return { from: isOver ? addDays(today, 1) : today, to: addDays(today, daysAhead) }
}

/** True for a gate that lets visitors in. */
export function isVisitorGate(point: Point | undefined): point is Point {
  return point?.kind === 'gate' && point.classes.includes(passClass.visitor)
}

/** The refusal of somebody who needs no day pass or is not known, or null. */
export function standingRefusal(standing: VisitorStanding): 'visit_holds_card' | 'visit_not_known' | null {
  if (standing === 'holder') {
    return 'visit_holds_card'
  }
  return standing === 'nobody' ? 'visit_not_known' : null
}

/**
 * Decides a request.
 * @returns the state that the visit begins with: approved by rule, or waiting for staff
 */
export function decideRequest(
  { day, point, reason, note }: VisitRequest,
  { standing, taken, sameDay, marks }: Visitor,
  policies: VisitPolicies,
  now: Instant,
): Result<'approved' | 'waiting', VisitRefusal> {
  const refused = standingRefusal(standing)
  if (refused) {
    return refuse(refused)
  }
  if (!isVisitorGate(point)) {
    return refuse('visit_gate')
  }
  const { from, to } = visitWindow(now, policies.visitDaysAhead, point)
  if (day < from || day > to) {
    return refuse('visit_day', { from, to })
  }
  if (reason === 'other' && note === '') {
    return refuse('visit_note_missing')
  }
  // What staff refused is not asked for again; what was cancelled makes room.
  if (sameDay !== null && sameDay !== 'cancelled') {
    return refuse('visit_exists')
  }
  const others = taken.filter((each) => each !== day).length
  if (others >= policies.visitsPerMonth) {
    return refuse('visit_limit', { count: policies.visitsPerMonth })
  }
  const isByRule = standing === 'known' && !needsALook(marks) && others < policies.visitsByRule
  return ok(isByRule ? 'approved' : 'waiting')
}

// Once may be a missed train; staff hear the reason the second time. Who did not leave is asked at once.
function needsALook({ noShows, overstays }: VisitMarks): boolean {
  return overstays > 0 || noShows > 1
}

/**
 * The days of a month that still count after a visit was cancelled. On the day itself it counts: somebody may have been let in
 * already, at a gate that has not told yet.
 */
export function takenAfterCancelling(taken: readonly Day[], day: Day, now: Instant): Day[] {
  return day > dayOf(now) ? taken.filter((each) => each !== day) : [...taken]
}

/** True for a visit that its visitor can still cancel. */
export function canCancel({ state, day }: { state: VisitState; day: Day }, now: Instant): boolean {
  return (state === 'waiting' || state === 'approved') && day >= dayOf(now)
}

/**
 * The day before which visits are settled: scans that a guard's phone made with no network have a whole day to arrive, so that
 * nobody is called a no-show whose scan is on its way.
 */
export function settledBefore(now: Instant): Day {
  return addDays(dayOf(now), -1)
}

/** How long a visit is kept after its day: staff look half a year back at who did not come. */
const KEPT_DAYS = 180

/** Visits of days before this one, and of months before that of this day, are removed. */
export function keptFrom(now: Instant): Day {
  return addDays(dayOf(now), -KEPT_DAYS)
}
