/** How many applications of the round that is due match the archive exactly, and its latest bulk approval. */
import { ok } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import { dueReview, type Review } from '../../domain/review/calendar'
import type { BulkView } from '../../domain/review/match-api'
import type { Instant } from '../../domain/time/shanghai'
import { atMost, type Where } from '../_kit/conditions'
import type { Call } from '../_kit/serve'
import { calendarOf, loadSettings } from '../_kit/settings'
import { count, find, type Stored } from '../_kit/store'
import type { Answer } from './answer'

export async function exact(_: ReviewRequest<'exact'>, { now }: Call): Answer<'exact'> {
  const due = await dueRound(now)
  if (!due) {
    return ok({ round: null, exact: 0, pending: 0, last: null })
  }
  const [exactly, pending, last] = await Promise.all([
    count('applications', exactOf(due)),
    count('applications', { ...exactOf(due), match: 'pending' }),
    lastBulk(due),
  ])
  return ok({ round: due.day, exact: exactly, pending, last })
}

/** The round in which decisions are made now, or null. */
export async function dueRound(now: Instant): Promise<Review | null> {
  const settings = await loadSettings()
  return settings && dueReview(now, calendarOf(settings), settings.lastClosedRound)
}

/** Undecided applications of a round that match exactly. */
export function exactOf({ cutOff }: Review): Where<'applications'> {
  return { status: 'submitted', verdict: 'undecided', match: 'exact', reviewFrom: atMost(cutOff) }
}

/** Applications that a bulk approval holds approved and that can still be undone. */
export function approvedBy(bulk: string): Where<'applications'> {
  return { 'decision.bulk': bulk, status: 'submitted' }
}

const BULKS_OF_AN_AFTERNOON = 20

async function lastBulk({ day }: Review): Promise<BulkView | null> {
  const bulks = await find(
    'bulks',
    { round: day },
    { order: 'sampledAt', direction: 'desc', limit: BULKS_OF_AN_AFTERNOON },
  )
  // A sample that nobody acted on is no bulk approval.
  const last = bulks.find(({ state }) => state !== 'sampled')
  return last ? viewOf(last, await count('applications', approvedBy(last._id))) : null
}

function viewOf({ _id, round, state, sampledAt, byName }: Stored<'bulks'>, approved: number): BulkView {
  return { id: _id, round, state: state as BulkView['state'], at: sampledAt, byName, approved }
}
