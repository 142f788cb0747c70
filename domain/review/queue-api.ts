/** What the review function is asked about the queue: lists, holds, the search, a reviewer's own decisions. */
import * as v from 'valibot'
import { type Document, documentTypes } from '../identity/document-type'
import type { Study } from '../registration/form'
import type { Stage } from '../registration/life'
import type { PaperMark } from '../registration/paper'
import type { Day, Instant } from '../time/shanghai'
import type { ReviewApplication } from './api'
import type { Decision } from './decision'
import type { HoldView } from './hold'
import { matchKinds } from './match-kind'
import { hands, type QueueFilter, queueFilters } from './queue'
import { SEARCH_MAX } from './search'

/** Decisions that can be undone with one request. */
export const MOST_UNDONE = 50
/** One application on the screen, one fetched ahead, the others put aside to look at one before them. */
export const MOST_HELD = 10
/** Decisions of a day that are shown one by one, newest first; all are counted. */
export const MOST_DECISIONS = 200

export const applicationId = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/))
export const applicationVersion = v.pipe(v.number(), v.integer(), v.minValue(1))
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
const ids = (most: number) => v.pipe(v.array(applicationId), v.maxLength(most))

const narrow = v.optional(
  v.strictObject({
    documentType: v.optional(v.picklist(documentTypes)),
    match: v.optional(v.picklist(matchKinds)),
    round: v.optional(day),
    returnedBefore: v.optional(v.boolean()),
    hands: v.optional(v.picklist(hands)),
  }),
  {},
)

export const queueRequests = {
  /** `after` is the cursor of the last page. */
  queue: v.strictObject({
    filter: v.picklist(queueFilters),
    narrow,
    after: v.optional(v.pipe(v.string(), v.maxLength(100))),
  }),
  /** How long every list is; `own` asks as well how many this reviewer entered from paper. */
  counts: v.strictObject({ narrow, own: v.optional(v.boolean()) }),
  /**
   * Takes the oldest undecided application that nobody holds, other than those that this reviewer has in hand, and than those
   * that they entered from paper themselves.
   */
  next: v.strictObject({ narrow, inHand: ids(MOST_HELD), after: v.optional(v.pipe(v.string(), v.maxLength(100))) }),
  /** Renews holds. */
  hold: v.strictObject({ ids: ids(MOST_HELD) }),
  release: v.strictObject({ ids: ids(MOST_HELD) }),
  search: v.strictObject({ text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(SEARCH_MAX)) }),
  /** This reviewer's decisions of today. */
  decisions: v.strictObject({}),
  undoSeveral: v.strictObject({
    decisions: v.pipe(
      v.array(v.strictObject({ id: applicationId, version: applicationVersion })),
      v.minLength(1),
      v.maxLength(MOST_UNDONE),
    ),
  }),
} as const

/** One line of the queue, or of what a search found. */
export type QueueItem = {
  id: string
  name: string
  documentMasked: string
  documentType: Document['type']
  study: Study
  submittedAt: Instant
  round: Day
  stage: Stage
  returnedBefore: number
  paper: PaperMark | null
  decision: Decision['kind'] | null
  hold: HoldView | null
}

/** One of a reviewer's own decisions. */
export type OwnDecision = {
  id: string
  version: number
  name: string
  kind: Decision['kind']
  reason?: Decision['reason']
  at: Instant
  /** False once its round was closed. */
  undoable: boolean
}

export type QueueReplies = {
  queue: { items: QueueItem[]; after: string | null }
  /**
   * `rounds`: those that undecided applications belong to, oldest first. `own`: how many of the undecided ones this reviewer
   * entered from paper, and leaves to a colleague; 0 when it was not asked.
   */
  counts: { counts: Record<QueueFilter, number>; rounds: Day[]; own: number }
  next: { application: ReviewApplication | null }
  /** `lost`: no longer this reviewer's, because they were decided or a colleague took over. */
  hold: { until: Instant; lost: string[] }
  release: null
  /** `more`: there are others; a longer text finds them. */
  search: { items: QueueItem[]; more: boolean }
  /** Newest first; `count` is all of today. */
  decisions: { items: OwnDecision[]; count: number }
  /** `kept`: was decided otherwise meanwhile, or its round is closed. */
  undoSeveral: { undone: string[]; kept: string[] }
}
