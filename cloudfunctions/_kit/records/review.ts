/** Rounds of the review, and approvals in bulk. */
import type { ReasonCount } from '../../../domain/office/figures'
import type { BulkState } from '../../../domain/review/bulk'
import type { Day, Instant } from '../../../domain/time/shanghai'

/** Key: review day. Written by the timer and by closing; that a round is open follows from the clock alone. */
export type RoundRecord = {
  cutOff: Instant
  openedAt: Instant
  state: 'open' | 'closing' | 'closed'
  /** OPENID of the colleague who started closing, '' before; the timer goes on in their name. */
  startedBy: string
  startedAt: Instant
  /** They agreed that undecided applications go to the next round. */
  carryOver: boolean
  /** Applications that closing had before it when it was started. */
  total: number
  /** Names the call that is settling now, '' when none is; until when the others leave the work to it. */
  worker: string
  leaseUntil: Instant
  closedAt: Instant | null
  approved: number
  returned: number
  rejected: number
  carriedOver: number
  /** Why it returned and rejected, counted when it closed; rounds of an earlier version have none. */
  reasons?: ReasonCount[]
}

/** Key: random. A bulk approval of exact matches, from its sample on. */
export type BulkRecord = {
  round: Day
  state: BulkState
  sampledAt: Instant
  /** Keys of the applications that were shown. */
  sample: string[]
  /** OPENID of the colleague, `byName` as staff see it. */
  by: string
  byName: string
}
