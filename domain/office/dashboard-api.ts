/** What the office is asked and answers about its figures. Reviewers and admins. */
import * as v from 'valibot'
import type { Day, Instant } from '../time/shanghai'
import type { ReasonCount } from './figures'
import { dashboardPeriods } from './periods'

export const dashboardRequests = {
  dashboard: v.strictObject({ days: v.picklist(dashboardPeriods) }),
} as const

export type DashboardRequest = v.InferOutput<typeof dashboardRequests.dashboard>

/** Upper ends of how long an application has waited, whole days, the last one open: under 1, 1–2, 3–6, 7–13, 14 and more. */
export const queueAges = [1, 3, 7, 14] as const

export type Dashboard = {
  now: Instant
  /** Up to when scans and cards are counted; null before the first count. */
  countedAt: Instant | null
  /** Applications nobody has decided, as they stand now. `byAge` has one number more than {@link queueAges}. */
  queue: { total: number; byAge: number[]; oldestDays: number }
  /** Closed rounds of the period, oldest first. */
  rounds: { day: Day; approved: number; returned: number; rejected: number; carriedOver: number }[]
  /** Of these rounds, the most frequent first. */
  reasons: ReasonCount[]
  /** Stretches of the period, oldest first: days, weeks (from Monday) or months. */
  cards: { from: Day; to: Day; issued: number; activated: number }[]
  totals: { issued: number; activated: number; scans: number; admitted: number }
  /** By point, 24 numbers each. The week begins on Monday. */
  scans: { today: Record<string, number[]>; week: Record<string, number[]> }
  /** Scans of the period that let nobody in, the most frequent first. */
  refused: { verdict: string; count: number }[]
  failedMessages: number
}

export type DashboardReplies = { dashboard: Dashboard }
