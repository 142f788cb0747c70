/** Undoing a decision, possible until the round closes. */
import { ok, refuse } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import { undo as undoDecision } from '../../domain/review/decision'
import { recordAction } from '../_kit/audit'
import type { Call } from '../_kit/serve'
import { transact } from '../_kit/transaction'
import type { Answer } from './answer'

export async function undo({ id, version }: ReviewRequest<'undo'>, call: Call): Answer<'undo'> {
  return transact(async (transaction) => {
    const application = await transaction.get('applications', id)
    if (!application) {
      return refuse('application_unknown')
    }
    const undone = undoDecision(application, { version, current: application.version })
    if (!undone.ok) {
      return undone
    }
    await transaction.update('applications', id, { decision: null, verdict: 'undecided', version: version + 1 })
    await recordAction(transaction, call, 'review.undo', id)
    return ok({ version: version + 1 })
  })
}
