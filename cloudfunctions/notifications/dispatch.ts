/**
 * Sending what is due. A message is taken by a conditional update, so of two dispatchers at once only one sends it; the
 * lease brings back what a dead one held. Rules: domain/notifications/delivery.
 */
import type { NotificationsReplies } from '../../domain/notifications/api'
import type { RequestRefusal } from '../../domain/refusals'
import { ok, type Result } from '../../domain/result'
import type { Instant } from '../../domain/time/shanghai'
import { atMost } from '../_kit/conditions'
import { inLanes, stopwatch } from '../_kit/lanes'
import type { Call } from '../_kit/serve'
import { find, type Stored } from '../_kit/store'
import { deliver } from './deliver'

/** One call sends at most this many; at the provider's pace that is well within the time. */
const BATCH = 200
const LANES = 5

export async function dispatch({ now }: Call): Promise<Result<NotificationsReplies['dispatch'], RequestRefusal>> {
  const isOver = stopwatch()
  const due = await dueMessages(now)
  const counts = { sent: 0, failed: 0 }
  const handled = await inLanes(due, LANES, isOver, async (message) => {
    const outcome = await deliver(message, now)
    if (outcome !== 'taken') {
      counts[outcome] += 1
    }
  })
  return ok({ ...counts, left: handled < due.length || due.length === BATCH })
}

/** Pending ones whose time has come, oldest first, then those that a dispatcher left behind. */
async function dueMessages(now: Instant): Promise<Stored<'outbox'>[]> {
  const [pending, abandoned] = await Promise.all([
    find('outbox', { state: 'pending', nextAttemptAt: atMost(now) }, { order: 'nextAttemptAt', limit: BATCH }),
    find('outbox', { state: 'sending', leaseUntil: atMost(now) }, { order: 'leaseUntil', limit: BATCH }),
  ])
  return [...pending, ...abandoned].slice(0, BATCH)
}
