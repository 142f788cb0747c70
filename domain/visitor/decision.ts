/**
 * What staff may decide about a visit: a waiting one is approved or refused, an approved one may be taken back. Source: product
 * "Visitor pass".
 */
import { ok, type Result, refuse } from '../result'
import { type Day, dayOf, type Instant } from '../time/shanghai'
import type { VisitState } from './rules'

/** Why staff say no; `other` needs a note. */
export const visitRefusalReasons = ['campus_closed', 'full', 'reason_unclear', 'identity_doubt', 'other'] as const
export type VisitRefusalReason = (typeof visitRefusalReasons)[number]

export type VisitDecision = {
  kind: 'approve' | 'refuse'
  reason?: VisitRefusalReason | undefined
  note?: string | undefined
}

export type VisitDecisionRefusal = 'visit_decided' | 'visit_over' | 'visit_reason_missing'

/** Whether staff may decide so: a waiting one either way, an approved one may be taken back until its day is over. */
export function decideVisit(
  { state, day }: { state: VisitState; day: Day },
  { kind, reason, note }: VisitDecision,
  now: Instant,
): Result<'approved' | 'refused', VisitDecisionRefusal> {
  if (day < dayOf(now)) {
    return refuse('visit_over')
  }
  const isOpen = state === 'waiting' || (state === 'approved' && kind === 'refuse')
  if (!isOpen) {
    return refuse('visit_decided')
  }
  if (kind === 'refuse' && (!reason || (reason === 'other' && !note?.trim()))) {
    return refuse('visit_reason_missing')
  }
  return ok(kind === 'approve' ? 'approved' : 'refused')
}
