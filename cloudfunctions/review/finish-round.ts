/** The last step of closing: what the round came to, counted from what is stored, and registration opens again. */
import type { ReasonCount } from '../../domain/office/figures'
import type { Decision } from '../../domain/review/decision'
import type { Day } from '../../domain/time/shanghai'
import { recordAction } from '../_kit/audit'
import type { Call } from '../_kit/serve'
import { OFFICE } from '../_kit/settings'
import { count, countGroups } from '../_kit/store'
import { change } from '../_kit/transaction'

export async function finishRound(day: Day, call: Call): Promise<void> {
  const resulting = (kind: Decision['kind']) => count('applications', { 'result.round': day, 'result.kind': kind })
  const [approved, returned, rejected, carriedOver, reasons] = await Promise.all([
    resulting('approve'),
    resulting('return'),
    resulting('reject'),
    count('applications', { carriedFrom: day }),
    countReasons(day),
  ])
  const counts = { approved, returned, rejected, carriedOver }
  await change(async (transaction) => {
    const settings = await transaction.get('settings', OFFICE)
    if (!settings || settings.lastClosedRound >= day) {
      return // another closer was here first
    }
    await transaction.update('rounds', day, { ...counts, reasons, state: 'closed', closedAt: call.now })
    await transaction.update('settings', OFFICE, { lastClosedRound: day })
    await recordAction(transaction, call, 'review.close', day, counts)
  })
}

/** Counted now, because a returned application that is amended takes its result away with it. */
async function countReasons(day: Day): Promise<ReasonCount[]> {
  const kinds = ['return', 'reject'] as const
  const counted = kinds.map(async (kind) => {
    const groups = await countGroups('applications', { 'result.round': day, 'result.kind': kind }, '$result.reason')
    return groups.map(({ value, count }) => ({ kind, reason: value as ReasonCount['reason'], count }))
  })
  return (await Promise.all(counted)).flat()
}
