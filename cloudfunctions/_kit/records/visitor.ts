/** Visits. */
import type { Language } from '../../../domain/language'
import type { Day, Instant } from '../../../domain/time/shanghai'
import type { VisitRefusalReason } from '../../../domain/visitor/decision'
import type { VisitOutcome, VisitReason, VisitState } from '../../../domain/visitor/rules'

/** Key: random; its month (visit-month.ts) holds one document to one visit a day. */
export type VisitRecord = {
  openid: string
  digest: string
  day: Day
  point: string
  reason: VisitReason
  note: string
  state: VisitState
  outcome: VisitOutcome
  /** Of the pass: when its visitor has to have left (domain/visitor/leaving); absent before there was such a moment. */
  leaveBy?: Instant | null
  askedAt: Instant
  language: Language
  /** Of the phone that asked: the pass is bound to it. */
  devicePublicKey: string
  maskedName: string
  last4: string
  portrait: string
  /** Where the identity comes from: an application or a card. */
  application: string | null
  cardNumber: string | null
  /** Of the pass; null until it was approved. */
  serial: number | null
  /** By staff; null by rule or not yet. `by`: OPENID of the colleague, `byName` as staff see it. */
  decision: { reason: VisitRefusalReason | null; note: string; at: Instant; by: string; byName: string } | null
}

/**
 * Key: SHA-256 of the document's digest and the month 'YYYY-MM'. The days of its visits that count, and the visit of each
 * day; what two requests at once meet at.
 */
export type VisitMonthRecord = { month: string; days: Day[]; visits: Record<Day, string> }
