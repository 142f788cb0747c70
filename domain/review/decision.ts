/**
 * Decisions of reviewers: approve, return for amendment, reject. Reasons are a closed list, so that the applicant reads a
 * sentence in their own language; a note adds what the list cannot say. A decision can be changed or undone until its round
 * closes. Source: notice III.2 (authenticity and completeness); product "Review".
 */
import type { ApplicationLife } from '../registration/life'
import { ok, type Result, refuse } from '../result'
import { type Instant, timeOf } from '../time/shanghai'
import { type Hold, isHeldByOther } from './hold'

export const returnReasons = [
  'portrait_unclear',
  'proof_unreadable',
  'proof_does_not_match',
  'name_differs',
  'document_differs',
  'study_incomplete',
  'other',
] as const
export const rejectReasons = [
  'not_found_in_archive',
  'current_campus_identity',
  'has_card_already',
  'forged',
  'other',
] as const

export type ReturnReason = (typeof returnReasons)[number]
export type RejectReason = (typeof rejectReasons)[number]

/** A reviewer's decision; `by` is the reviewer's OPENID and never leaves the staff side. */
export type Decision = {
  kind: 'approve' | 'return' | 'reject'
  reason?: ReturnReason | RejectReason | undefined
  note?: string | undefined
  by: string
  at: Instant
  /** Key of the bulk approval that it came of. */
  bulk?: string
}

/** What a reviewer sends. */
export type Verdict = Pick<Decision, 'kind' | 'reason' | 'note'>

export const NOTE_MAX = 200

export type DecisionRefusal =
  | 'own_entry'
  | 'review_not_open'
  | 'already_decided'
  | 'held_by_colleague'
  | 'reason_missing'
  | 'round_closed'

/**
 * Decides an application.
 * @param version the application's version that the reviewer had on the screen
 * @param current its version now; a difference means that somebody else was faster
 * @returns the decision to store
 */
export function decide(
  application: ApplicationLife & { hold: Hold },
  verdict: Verdict,
  who: { by: string; version: number; current: number },
  now: Instant,
): Result<Decision, DecisionRefusal> {
  if (application.status !== 'submitted') {
    return refuse('round_closed')
  }
  if (now < application.reviewFrom) {
    return refuse('review_not_open', { round: application.round })
  }
  if (application.paper?.by === who.by) {
    return refuse('own_entry') // four eyes
  }
  if (who.version !== who.current) {
    return refuse('already_decided')
  }
  const { hold } = application
  if (isHeldByOther(hold, who.by, now)) {
    return refuse('held_by_colleague', { name: hold.name, time: timeOf(hold.until) })
  }
  if (!reasonFits(verdict)) {
    return refuse('reason_missing')
  }
  const { kind, reason, note } = verdict
  return ok({ kind, ...(reason && { reason }), ...(note && { note: note.trim() }), by: who.by, at: now })
}

/** An approval needs no reason; "other" needs a note, because the applicant must know what to do next. */
function reasonFits(verdict: Verdict): boolean {
  if (verdict.kind === 'approve') {
    return verdict.reason === undefined
  }
  const allowed: readonly string[] = verdict.kind === 'return' ? returnReasons : rejectReasons
  if (!verdict.reason || !allowed.includes(verdict.reason)) {
    return false
  }
  return verdict.reason !== 'other' || (verdict.note ?? '').trim() !== ''
}

/** Undoes a decision; possible until the round closes, by any reviewer. */
export function undo(
  application: ApplicationLife,
  who: { version: number; current: number },
): Result<null, DecisionRefusal> {
  if (application.status !== 'submitted') {
    return refuse('round_closed')
  }
  if (who.version !== who.current) {
    return refuse('already_decided')
  }
  return ok(null)
}
