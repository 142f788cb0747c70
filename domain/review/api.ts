/** What the review function is asked and answers. Staff only (reviewer, admin). */
import * as v from 'valibot'
import type { Document } from '../identity'
import type { Study } from '../registration/form'
import type { Stage } from '../registration/life'
import type { Day, Instant } from '../time/shanghai'
import { type Decision, NOTE_MAX, rejectReasons, returnReasons } from './decision'
import { type MatchReplies, matchRefusals, matchRequests } from './match-api'
import { type QueueFilter, queueFilters } from './queue'

export const reviewRefusals = [
  'review_not_open', // before the cut-off; details.round
  'already_decided', // another reviewer was faster
  'reason_missing',
  'round_closed',
  'round_not_due', // nothing to close
  'undecided_remain', // details.count: ask before carrying over
  'application_unknown',
  ...matchRefusals,
] as const

const id = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/))
const version = v.pipe(v.number(), v.integer(), v.minValue(1))
const verdict = v.strictObject({
  kind: v.picklist(['approve', 'return', 'reject']),
  reason: v.optional(v.picklist([...new Set([...returnReasons, ...rejectReasons])])),
  note: v.optional(v.pipe(v.string(), v.maxLength(NOTE_MAX))),
})

export const reviewRequests = {
  /** `after` is the cursor of the last page. */
  queue: v.strictObject({ filter: v.picklist(queueFilters), after: v.optional(v.pipe(v.string(), v.maxLength(100))) }),
  application: v.strictObject({ id }),
  revealDocument: v.strictObject({ id }),
  decide: v.strictObject({ id, version, verdict }),
  undo: v.strictObject({ id, version }),
  round: v.strictObject({}),
  close: v.strictObject({ round: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)), carryOver: v.boolean() }),
  ...matchRequests,
} as const

export type ReviewRequest<Action extends keyof typeof reviewRequests> = v.InferOutput<(typeof reviewRequests)[Action]>

/** One line of the queue. */
export type QueueItem = {
  id: string
  name: string
  documentMasked: string
  documentType: Document['type']
  study: Study
  submittedAt: Instant
  round: Day
  decision: Decision['kind'] | null
}

/** Everything a reviewer needs to decide; photos are short-lived addresses. */
export type ReviewApplication = {
  id: string
  version: number
  stage: Stage
  nameChinese: string
  nameLatin: string
  documentType: Document['type']
  documentCountry: string
  documentMasked: string
  phoneMasked: string
  email: string
  studies: Study[]
  portraitUrl: string
  proofUrl: string
  submittedAt: Instant
  /** How often it was returned before. */
  returnedBefore: number
  round: Day
  decision: Pick<Decision, 'kind' | 'reason' | 'note' | 'at'> | null
  decidable: boolean
  /** The next undecided application of the same round, for "next". */
  next: string | null
}

export type RoundView = {
  now: Instant
  /** The round that is due, or null while registration is open. */
  due: { day: Day; cutOff: Instant; closing: boolean } | null
  next: { day: Day; cutOff: Instant } | null
  counts: Record<QueueFilter, number>
  /** Cards and messages of the round that was closed last. */
  lastClosed: {
    day: Day
    closedAt: Instant
    approved: number
    returned: number
    rejected: number
    carriedOver: number
  } | null
}

export type ReviewReplies = MatchReplies & {
  queue: { items: QueueItem[]; after: string | null; counts: Record<QueueFilter, number> }
  application: ReviewApplication
  revealDocument: { document: Document }
  /** `next` is not sent: ReviewApplication has it. */
  decide: { version: number }
  undo: { version: number }
  round: RoundView
  /** `done` false: call again; the work goes on where it stopped. */
  close: { done: boolean; handled: number; left: number; summary: RoundView['lastClosed'] }
}
