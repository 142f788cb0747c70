/** What the review function is asked and answers. Staff only (reviewer, admin). */
import * as v from 'valibot'
import type { Document } from '../identity'
import type { Study } from '../registration/form'
import type { Stage } from '../registration/life'
import type { PaperMark } from '../registration/paper'
import type { Day, Instant } from '../time/shanghai'
import { type ClosingProgress, type ClosingReplies, closingRequests } from './closing-api'
import { type Decision, NOTE_MAX, rejectReasons, returnReasons } from './decision'
import type { HoldView } from './hold'
import { type MatchReplies, matchRefusals, matchRequests } from './match-api'
import type { QueueFilter } from './queue'
import { applicationId as id, type QueueReplies, queueRequests, applicationVersion as version } from './queue-api'

export const reviewRefusals = [
  'review_not_open', // before the cut-off; details.round
  'already_decided', // another reviewer was faster
  'own_entry', // whoever entered a form from paper does not decide it
  'reason_missing',
  'round_closed',
  'round_not_due', // nothing to close
  'undecided_remain', // details.count: ask before carrying over
  'application_unknown',
  'document_shredded', // the number is deleted some days after the decision
  'held_by_colleague', // details.name, details.time: somebody else has it in hand
  ...matchRefusals,
] as const

const verdict = v.strictObject({
  kind: v.picklist(['approve', 'return', 'reject']),
  reason: v.optional(v.picklist([...new Set([...returnReasons, ...rejectReasons])])),
  note: v.optional(v.pipe(v.string(), v.maxLength(NOTE_MAX))),
})

export const reviewRequests = {
  ...queueRequests,
  application: v.strictObject({ id }),
  revealDocument: v.strictObject({ id }),
  decide: v.strictObject({ id, version, verdict }),
  undo: v.strictObject({ id, version }),
  round: v.strictObject({}),
  close: v.strictObject({ round: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)), carryOver: v.boolean() }),
  ...matchRequests,
  ...closingRequests,
} as const

export type ReviewRequest<Action extends keyof typeof reviewRequests> = v.InferOutput<(typeof reviewRequests)[Action]>

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
  /** Entered from paper; whoever entered it may not decide it. */
  paper: PaperMark | null
  /** Number of the older card that it asks for; null: it asks for a new one. */
  collects: string | null
  /** How often it was returned before. */
  returnedBefore: number
  round: Day
  decision: Pick<Decision, 'kind' | 'reason' | 'note' | 'at'> | null
  decidable: boolean
  /** Place in the queue: where "next" goes on. */
  position: string
  hold: HoldView | null
}

export type RoundView = {
  now: Instant
  /** The round that is due, or null while registration is open. */
  due: { day: Day; cutOff: Instant; closing: boolean; progress: ClosingProgress | null } | null
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

export type ReviewReplies = MatchReplies &
  ClosingReplies &
  QueueReplies & {
    application: ReviewApplication
    revealDocument: { document: Document }
    decide: { version: number }
    undo: { version: number }
    round: RoundView
    /** `done` false: call again; the work goes on where it stopped. */
    close: { done: boolean; handled: number; left: number; summary: RoundView['lastClosed'] }
  }
