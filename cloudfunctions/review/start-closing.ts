/**
 * The beginning of closing: who started it and whether undecided ones are carried over is on record before anything
 * moves.
 */
import type { Review } from '../../domain/review/calendar'
import { recordAction } from '../_kit/audit'
import type { Call } from '../_kit/serve'
import { count } from '../_kit/store'
import { change } from '../_kit/transaction'
import { DECIDED, dueWith } from './closing-work'
import { newRound } from './open-round'

/** Starts it; a closing that runs already goes on as it is, unless carrying over was agreed to only now. */
export async function startClosing(due: Review, carryOver: boolean, call: Call): Promise<void> {
  const { day, cutOff } = due
  const { openid, now } = call
  const [decided, undecided] = await Promise.all([
    count('applications', dueWith(due, DECIDED)),
    carryOver ? count('applications', dueWith(due, ['undecided'])) : 0,
  ])
  await change(async (transaction) => {
    const round = await transaction.get('rounds', day)
    const runs = round?.state === 'closing'
    if (round?.state === 'closed' || (runs && (round.carryOver || !carryOver))) {
      return
    }
    const total = (runs ? round.total : decided) + undecided
    const start = {
      state: 'closing',
      startedBy: openid,
      startedAt: runs ? round.startedAt : now,
      carryOver,
      total,
    } as const
    if (round) {
      await transaction.update('rounds', day, start)
    } else {
      await transaction.insert('rounds', day, { ...newRound, cutOff, openedAt: now, ...start })
    }
    await recordAction(transaction, call, 'review.startClosing', day, { carryOver: String(carryOver), total })
  })
}
