/**
 * A reviewer's decision. The version that was on the screen must still be the current one, so two never decide the
 * same.
 */
import { ok, refuse } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import { decide as decideApplication } from '../../domain/review/decision'
import { noHold } from '../../domain/review/hold'
import { recordAction } from '../_kit/audit'
import type { Call } from '../_kit/serve'
import { transact } from '../_kit/transaction'
import type { Answer } from './answer'

export async function decide({ id, version, verdict }: ReviewRequest<'decide'>, call: Call): Answer<'decide'> {
  const { openid, now } = call
  return transact(async (transaction) => {
    const application = await transaction.get('applications', id)
    if (!application) {
      return refuse('application_unknown')
    }
    const who = { by: openid, version, current: application.version }
    const decision = decideApplication(application, verdict, who, now)
    if (!decision.ok) {
      return decision
    }
    const { kind, reason } = decision.value
    const changed = { decision: decision.value, verdict: kind, hold: noHold, version: version + 1 }
    await transaction.update('applications', id, changed)
    await recordAction(transaction, call, 'review.decide', id, { kind, ...(reason && { reason }) })
    return ok({ version: version + 1 })
  })
}
