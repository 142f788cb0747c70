/** How far a closing has come: two round trips, so that a page may ask every few seconds. */
import { ok } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import type { ClosingProgress } from '../../domain/review/closing-api'
import type { Call } from '../_kit/serve'
import { count, get, type Stored } from '../_kit/store'
import type { Answer } from './answer'
import { DECIDED, dueWith } from './closing-work'
import { summaryOf } from './round-summary'

export async function progress({ round: day }: ReviewRequest<'progress'>, { now }: Call): Answer<'progress'> {
  const round = await get('rounds', day)
  if (round?.state !== 'closing') {
    return ok({ now, progress: null, undecided: 0, summary: round && summaryOf(round) })
  }
  const undecided = round.carryOver
    ? 0
    : await count('applications', dueWith({ day, cutOff: round.cutOff }, ['undecided']))
  return ok({ now, progress: await progressOf(round), undecided, summary: null })
}

/** Counted from what is stored: a closer that died leaves no wrong number behind. */
export async function progressOf(round: Stored<'rounds'>): Promise<ClosingProgress> {
  const { _id: day, cutOff, carryOver, startedAt, total } = round
  const verdicts = carryOver ? [...DECIDED, 'undecided'] : DECIDED
  const left = await count('applications', dueWith({ day, cutOff }, verdicts))
  return { startedAt, done: Math.max(0, total - left), total: Math.max(total, left) }
}
