/** Undoing decisions, possible until the round closes: one, by any reviewer, or several of one's own. */
import { ok, type Result, refuse } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import { type DecisionRefusal, undo as undoDecision } from '../../domain/review/decision'
import { noHold } from '../../domain/review/hold'
import { recordAction } from '../_kit/audit'
import { inLanes, stopwatch } from '../_kit/lanes'
import type { Call } from '../_kit/serve'
import { transact } from '../_kit/transaction'
import type { Answer } from './answer'
import { holdOfCaller } from './holds'

/** Applications that are given back at the same time. */
const LANES = 5

/** Whoever undoes one decision has the application in hand again. */
export function undo({ id, version }: ReviewRequest<'undo'>, call: Call): Answer<'undo'> {
  return undoOne({ id, version }, call, { hold: holdOfCaller(call), ownOnly: false })
}

/** Each by itself: what a colleague changed meanwhile is left as it is, and named. */
export async function undoSeveral({ decisions }: ReviewRequest<'undoSeveral'>, call: Call): Answer<'undoSeveral'> {
  const [undone, kept]: [string[], string[]] = [[], []]
  await inLanes(decisions, LANES, stopwatch(), async (decision) => {
    const reply = await undoOne(decision, call, { hold: noHold, ownOnly: true })
    const list = reply.ok ? undone : kept
    list.push(decision.id)
  })
  return ok({ undone, kept })
}

type Wanted = { id: string; version: number }

function undoOne(
  { id, version }: Wanted,
  call: Call,
  { hold, ownOnly }: { hold: typeof noHold; ownOnly: boolean },
): Promise<Result<{ version: number }, DecisionRefusal | 'application_unknown'>> {
  return transact(async (transaction) => {
    const application = await transaction.get('applications', id)
    if (!application) {
      return refuse('application_unknown')
    }
    const undone = undoDecision(application, { version, current: application.version })
    if (!undone.ok) {
      return undone
    }
    if (ownOnly && application.decision?.by !== call.openid) {
      return refuse('already_decided')
    }
    const changed = { decision: null, verdict: 'undecided', hold, version: version + 1 } as const
    await transaction.update('applications', id, changed)
    await recordAction(transaction, call, 'review.undo', id)
    return ok({ version: version + 1 })
  })
}
