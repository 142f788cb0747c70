/** The last step of closing: what the round came to, counted from what is stored, and registration opens again. */
import type { Decision } from '../../domain/review/decision'
import type { Day } from '../../domain/time/shanghai'
import { recordAction } from '../_kit/audit'
import type { Call } from '../_kit/serve'
import { OFFICE } from '../_kit/settings'
import { count } from '../_kit/store'
import { change } from '../_kit/transaction'

export async function finishRound(day: Day, call: Call): Promise<void> {
  const resulting = (kind: Decision['kind']) => count('applications', { 'result.round': day, 'result.kind': kind })
  const [approved, returned, rejected, carriedOver] = await Promise.all([
    resulting('approve'),
    resulting('return'),
    resulting('reject'),
    count('applications', { carriedFrom: day }),
  ])
  const counts = { approved, returned, rejected, carriedOver }
  await change(async (transaction) => {
    const settings = await transaction.get('settings', OFFICE)
    if (!settings || settings.lastClosedRound >= day) {
      return // another closer was here first
    }
    await transaction.update('rounds', day, { ...counts, state: 'closed', closedAt: call.now })
    await transaction.update('settings', OFFICE, { lastClosedRound: day })
    await recordAction(transaction, call, 'review.close', day, counts)
  })
}
