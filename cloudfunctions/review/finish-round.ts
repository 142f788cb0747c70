/** The last step of closing: what the round came to, counted from what is stored, and registration opens again. */
import type { ReasonCount } from '../../domain/office/figures'
import type { Decision } from '../../domain/review/decision'
import type { Day, Instant } from '../../domain/time/shanghai'
import { recordAction } from '../_kit/audit'
import { OFFICE } from '../_kit/settings'
import { count, countGroups } from '../_kit/store'
import { change } from '../_kit/transaction'

type ResultGroup = { kind: Decision['kind']; reason?: Decision['reason'] }
const RESULT = { kind: '$result.kind', reason: '$result.reason' }

/** @param day a round that is closing; its end is entered under the name of whoever started it */
export async function finishRound(day: Day, now: Instant): Promise<void> {
  const [results, carriedOver] = await Promise.all([
    countGroups<'applications', ResultGroup>('applications', { 'result.round': day }, RESULT),
    count('applications', { carriedFrom: day }),
  ])
  const resulting = (kind: Decision['kind']) =>
    results.reduce((sum, { value, count: times }) => (value.kind === kind ? sum + times : sum), 0)
  const [approved, returned, rejected] = [resulting('approve'), resulting('return'), resulting('reject')]
  const counts = { approved, returned, rejected, carriedOver }
  // Counted now, because a returned application that is amended takes its result away with it.
  const reasons = results.flatMap(({ value: { kind, reason }, count: times }): ReasonCount[] =>
    kind === 'approve' || !reason ? [] : [{ kind, reason, count: times }],
  )
  await change(async (transaction) => {
    const settings = await transaction.get('settings', OFFICE)
    const round = await transaction.get('rounds', day)
    if (!settings || !round || settings.lastClosedRound >= day) {
      return // another closer was here first
    }
    await transaction.update('rounds', day, { ...counts, reasons, state: 'closed', closedAt: now })
    await transaction.update('settings', OFFICE, { lastClosedRound: day })
    await recordAction(transaction, { openid: round.startedBy, now }, 'review.close', day, counts)
  })
}
