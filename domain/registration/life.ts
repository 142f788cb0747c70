/**
 * The life of an application. Stored: a status, the reviewer's decision (provisional until the round closes) and the result
 * (final, told to the applicant). What the applicant sees is a stage derived from these, so it can never contradict them.
 *
 *   submitted ──cut-off──▶ in review ──close──▶ approved | returned | rejected
 *       ▲  │                                       │ (card number)  │ amend
 *       │  └─ withdraw (before a decision)         ▼                └──▶ submitted
 */
import type { Decision } from '../review/decision'
import type { Day, Instant } from '../time/shanghai'
import type { PaperEntry } from './paper'

export const applicationStatuses = ['submitted', 'withdrawn', 'decided'] as const
export type ApplicationStatus = (typeof applicationStatuses)[number]

/** The final word of a round on an application. */
export type ReviewResult = {
  kind: Decision['kind']
  reason?: Decision['reason']
  note?: string
  at: Instant
  round: Day
  cardNumber?: string
  activatableFrom?: Day
}

/** The part of an application that its life depends on. */
export type ApplicationLife = {
  status: ApplicationStatus
  /** The review day on which it is decided; chosen at submission by the calendar. */
  round: Day
  /** The cut-off of that round: from here on it is in review and cannot be changed by the applicant. */
  reviewFrom: Instant
  submittedAt: Instant
  decision?: Decision | null
  result?: ReviewResult | null
  /** Set when a colleague entered it from paper. */
  paper?: PaperEntry
}

export const stages = ['submitted', 'in_review', 'approved', 'returned', 'rejected', 'withdrawn'] as const
export type Stage = (typeof stages)[number]

const STAGE_OF_RESULT = { approve: 'approved', return: 'returned', reject: 'rejected' } as const

/** What the applicant is told; a decision stays hidden until the round is closed. */
export function stageOf(application: ApplicationLife, now: Instant): Stage {
  if (application.status === 'withdrawn') {
    return 'withdrawn'
  }
  if (application.status === 'decided' && application.result) {
    return STAGE_OF_RESULT[application.result.kind]
  }
  return now < application.reviewFrom ? 'submitted' : 'in_review'
}

/**
 * Whether an approved application's card is on this account no more: it was revoked, or activated on another one. Approval and
 * card come in one transaction, so there is no moment between.
 * @param cardNumber the card of the account, null when it has none
 */
export function hasLostCard(stage: Stage, cardNumber: string | null): boolean {
  return stage === 'approved' && cardNumber === null
}

/** Withdrawing is possible until somebody has decided. */
export function canWithdraw(application: ApplicationLife): boolean {
  return application.status === 'submitted' && !application.decision
}

/** Only a returned application can be amended. */
export function canAmend(application: ApplicationLife): boolean {
  return application.status === 'decided' && application.result?.kind === 'return'
}

/** True while the application holds its identity: nobody else may apply with the same document. */
export function isLive(application: ApplicationLife): boolean {
  return application.status === 'submitted' || canAmend(application)
}
