/**
 * Bulk approval: all undecided applications of the round that match the archive exactly, after a look at a random sample. A
 * colleague's work is never touched: what was decided, taken or amended meanwhile is passed over. Undone, as any decision,
 * until the round closes. Source: product "Bulk approval of exact matches".
 */
import type { ApplicationLife } from '../registration/life'
import { ok, type Result, refuse } from '../result'
import type { Day, Instant } from '../time/shanghai'
import type { Decision } from './decision'
import { type Hold, isHeldByOther } from './hold'
import type { MatchKind } from './match-kind'

/** How many are looked at before all are approved. */
export const SAMPLE_SIZE = 10
/** A look at a sample is good for two hours: an afternoon, not next week. */
export const SAMPLE_GOOD_FOR = 2 * 3_600_000

/** `sampled`: looked at; `approving`: under way; `done`; `undone`. */
export const bulkStates = ['sampled', 'approving', 'done', 'undone'] as const
export type BulkState = (typeof bulkStates)[number]

/** A bulk approval as far as the rules go. */
export type Bulk = { round: Day; state: BulkState; sampledAt: Instant; sample: readonly string[] }

/**
 * Whether everybody may be approved now.
 * @param seen the applications of the sample that the reviewer looked at
 * @param round the round that is due, or null
 */
export function mayApproveAll(
  bulk: Bulk,
  seen: readonly string[],
  round: Day | null,
  now: Instant,
): Result<null, 'bulk_undone' | 'sample_outdated' | 'sample_not_seen'> {
  if (bulk.state === 'undone') {
    return refuse('bulk_undone')
  }
  // What was begun in time may be finished after it.
  const isOld = bulk.state === 'sampled' && now > bulk.sampledAt + SAMPLE_GOOD_FOR
  if (bulk.round !== round || isOld) {
    return refuse('sample_outdated')
  }
  const left = bulk.sample.filter((id) => !seen.includes(id)).length
  return left > 0 ? refuse('sample_not_seen', { left }) : ok(null)
}

/** The decision for one application, or null when it is to be passed over; a paper form by whoever entered it is. */
export function decideInBulk(
  application: ApplicationLife & { match: MatchKind; hold: Hold },
  { bulk, by, now }: { bulk: string; by: string; now: Instant },
): Decision | null {
  const isOpen = application.status === 'submitted' && !application.decision && application.reviewFrom <= now
  const isFree = !isHeldByOther(application.hold, by, now)
  const isOwn = application.paper?.by === by
  const isExact = application.match === 'exact'
  return isOpen && isFree && !isOwn && isExact ? { kind: 'approve', by, at: now, bulk } : null
}

/** True when the decision came of this bulk approval and the round is still open. */
export function canUndoInBulk({ status, decision }: ApplicationLife, bulk: string): boolean {
  return status === 'submitted' && decision?.kind === 'approve' && decision.bulk === bulk
}
