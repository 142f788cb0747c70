/** What the visitor function is asked and answers. Requests are parsed by these schemas; unknown fields are refused. */
import * as v from 'valibot'
import type { CredentialView } from '../card/api'
import { publicKeySchema } from '../card/api'
import { languages } from '../language'
import { NOTE_MAX } from '../review/decision'
import type { Day, Instant } from '../time/shanghai'
import type { Point } from '../university'
import { type VisitRefusalReason, visitRefusalReasons } from './decision'
import { type VisitOutcome, type VisitReason, type VisitState, visitReasons } from './rules'

export const visitorRefusals = [
  'visit_holds_card', // the card opens the gate: no day pass is needed
  'visit_not_known', // no application and no card on this account
  'visit_elsewhere', // the university's own visitor system is in use
  'visit_day', // details.from, details.to: the days that can be asked for
  'visit_gate', // not a gate that lets visitors in
  'visit_note_missing', // "other" without a note
  'visit_exists', // one document, one visit a day
  'visit_limit', // details.count: visits of a month
  'visit_attempts', // too many requests today; details.from: the day it goes on
  'visit_unknown', // no such visit, or somebody else's
  'visit_over', // its day is past, or it was cancelled
  'visit_decided', // a colleague has decided, or its visitor cancelled it
  'visit_reason_missing', // staff refuse without a reason, or "other" without a note
] as const

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
const pointId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/))
const note = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(NOTE_MAX)), '')
/** Key of a visit. */
const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))

/** What the lists of staff hold. `marked`: past visits that went otherwise than agreed, newest first. */
export const visitLists = ['waiting', 'approved', 'marked'] as const
export type VisitList = (typeof visitLists)[number]

export const visitorRequests = {
  /** Own visits from today on. `devicePublicKey`: this phone's key, so that the answer can carry passes for it. */
  mine: v.strictObject({ devicePublicKey: v.optional(publicKeySchema) }),
  ask: v.strictObject({
    day,
    point: pointId,
    reason: v.picklist(visitReasons),
    note,
    devicePublicKey: publicKeySchema,
    language: v.picklist(languages),
  }),
  cancel: v.strictObject({ id }),
  /** Staff: the next visits, by day; or the marked ones. */
  list: v.strictObject({ list: v.picklist(visitLists) }),
  decide: v.strictObject({
    id,
    kind: v.picklist(['approve', 'refuse']),
    reason: v.optional(v.picklist(visitRefusalReasons)),
    note,
  }),
} as const

/** What a caller sends; fields with a default may be left out. */
export type VisitorRequest<Action extends keyof typeof visitorRequests> = v.InferInput<(typeof visitorRequests)[Action]>
/** What an action gets: defaults are filled in. */
export type VisitorInput<Action extends keyof typeof visitorRequests> = v.InferOutput<(typeof visitorRequests)[Action]>

/** A visit as its visitor sees it. */
export type VisitView = {
  id: string
  day: Day
  point: string
  reason: VisitReason
  note: string
  state: VisitState
  /** Of staff, when they refused. */
  refusal: { reason: VisitRefusalReason; note: string } | null
  canCancel: boolean
  /** Until when the visitor has to show the code on leaving; null when gates do not ask for it. */
  leaveBy: Instant | null
  /** Who the pass is of, as the gate reads it. */
  maskedName: string
  last4: string
  /** The day pass; null unless approved and asked for by the phone that it is bound to. */
  pass: CredentialView | null
}

/** A visit as staff see it: never the full name or document. */
export type StaffVisit = {
  id: string
  day: Day
  point: string
  reason: VisitReason
  note: string
  state: VisitState
  askedAt: Instant
  maskedName: string
  last4: string
  /** Key of the application that the identity comes from; null: of a card. */
  application: string | null
  cardNumber: string | null
  outcome: VisitOutcome
  /** The person's earlier visits that were approved: came, stayed too long, and did not come. */
  came: number
  overstays: number
  noShows: number
  /** Who decided; '' by rule or not yet. */
  decidedBy: string
}

export type VisitorReplies = {
  mine: {
    now: Instant
    /** Address of the university's own visitor system; '' when day passes are given here. */
    link: string
    /** Why nothing can be asked for, or null. */
    barred: 'visit_holds_card' | 'visit_not_known' | 'visit_limit' | null
    /** Policy. */
    daysAhead: number
    /** Visits of a month. */
    most: number
    gates: Point[]
    /** From today on, by day; at most 50. */
    visits: VisitView[]
  }
  ask: { now: Instant; visit: VisitView }
  cancel: { now: Instant; visit: VisitView }
  list: { now: Instant; visits: StaffVisit[] }
  decide: { visit: StaffVisit }
}
