/**
 * Undoes a bulk approval: everything that it still holds approved becomes undecided again, as long as the round is
 * open. What a colleague decided otherwise afterwards stays. Resumable: called again, it goes on.
 */
import { ok, refuse } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import { canUndoInBulk } from '../../domain/review/bulk'
import { recordAction } from '../_kit/audit'
import { inLanes, stopwatch } from '../_kit/lanes'
import type { Call } from '../_kit/serve'
import { count, find } from '../_kit/store'
import { transact } from '../_kit/transaction'
import type { Answer } from './answer'
import { approvedBy } from './exact'

const BATCH = 100
const LANES = 5
const WORKING_TIME_MS = 8_000

export async function undoExact({ id }: ReviewRequest<'undoExact'>, call: Call): Answer<'undoExact'> {
  const isOver = stopwatch(WORKING_TIME_MS)
  const begun = await begin(id, call)
  if (!begun.ok) {
    return begun
  }
  let undone = 0
  while (!isOver()) {
    const batch = await find('applications', approvedBy(id), { limit: BATCH })
    const before = undone
    await inLanes(batch, LANES, isOver, async ({ _id }) => {
      const isUndone = await undoOne(_id, id, call)
      undone += isUndone ? 1 : 0
    })
    if (undone === before) {
      break
    }
  }
  const left = await count('applications', approvedBy(id))
  return ok({ done: left === 0, undone, left })
}

// First, so that an approval that is still running stops: its next call is refused.
function begin(id: string, call: Call) {
  return transact(async (transaction) => {
    const bulk = await transaction.get('bulks', id)
    if (!bulk) {
      return refuse('bulk_unknown')
    }
    if (bulk.state !== 'undone') {
      await transaction.update('bulks', id, { state: 'undone' })
      await recordAction(transaction, call, 'review.undoExact', id, { round: bulk.round })
    }
    return ok(null)
  })
}

async function undoOne(application: string, bulk: string, call: Call): Promise<boolean> {
  const done = await transact(async (transaction) => {
    const current = await transaction.get('applications', application)
    if (!current || !canUndoInBulk(current, bulk)) {
      return refuse('round_closed')
    }
    const patch = { decision: null, verdict: 'undecided', version: current.version + 1 } as const
    await transaction.update('applications', application, patch)
    await recordAction(transaction, call, 'review.undo', application, { bulk })
    return ok(null)
  })
  return done.ok
}
