/**
 * Sending what is due. A message is taken by a conditional update, so of two dispatchers at once only one sends it; the
 * lease brings back what a dead one held. Rules: domain/notifications/delivery, channels, parcels.
 */
import { DEFAULT_SENDING_HOURS, quietUntil } from '../../domain/notifications/channels'
import { parcelsOf } from '../../domain/notifications/parcels'
import { ok } from '../../domain/result'
import type { Instant } from '../../domain/time/shanghai'
import { atMost } from '../_kit/conditions'
import { inLanes, stopwatch } from '../_kit/lanes'
import type { Call } from '../_kit/serve'
import { loadSettings } from '../_kit/settings'
import { find, type Stored, updateWhere } from '../_kit/store'
import type { Answer } from './answer'
import { bringToOfficial } from './bring-to-official'
import { bringToWechat } from './bring-to-wechat'
import { deliver, openAll } from './deliver'

const BATCH = 200
/** With what the timer does before and a provider that does not answer, still within the function's minute. */
const BUDGET_MS = 35_000
/** Calls to the provider at the same time; it allows thousands a second, the database is what is spared. */
const LANES = 20

export async function dispatch({ now }: Call): Answer<'dispatch'> {
  const isOver = stopwatch(BUDGET_MS)
  const counts = { sent: 0, failed: 0 }
  for (;;) {
    const due = await sendable(now)
    const opened = await openAll(due)
    const brought = await bringToOfficial(opened, now)
    const copies = brought.copies + (await bringToWechat(brought.others, now))
    const parcels = parcelsOf(opened)
    let ours = 0
    const handled = await inLanes(parcels, LANES, isOver, async (parcel) => {
      const { sent, failed } = await deliver(parcel, now)
      counts.sent += sent
      counts.failed += failed
      ours += sent + failed
    })
    const mayBeMore = handled < parcels.length || due.length === BATCH || copies > 0
    // What another dispatcher holds is its own: with nothing to do there is no point in asking again at once.
    if (!mayBeMore || ours === 0 || isOver()) {
      return ok({ ...counts, left: mayBeMore })
    }
  }
}

/** What is due and may leave at this hour; at night what can wait is put off until the morning, in one step. */
async function sendable(now: Instant): Promise<Stored<'outbox'>[]> {
  const due = await dueMessages(now)
  if (!due.some(canWait)) {
    return due
  }
  const hours = (await loadSettings())?.sendingHours ?? DEFAULT_SENDING_HOURS
  const morning = quietUntil(now, hours)
  if (morning === null) {
    return due
  }
  const waiting = { state: 'pending', isUrgent: false, nextAttemptAt: atMost(now), region: 'mainland' } as const
  await updateWhere('outbox', waiting, { nextAttemptAt: morning })
  return (await dueMessages(now)).filter((message) => !canWait(message))
}

function canWait({ isUrgent, region }: Stored<'outbox'>): boolean {
  return !isUrgent && region === 'mainland'
}

/** Urgent ones, then those that a dispatcher left behind, then the others, each oldest first. */
async function dueMessages(now: Instant): Promise<Stored<'outbox'>[]> {
  const pending = (isUrgent: boolean) => {
    const where = { state: 'pending', isUrgent, nextAttemptAt: atMost(now) } as const
    return find('outbox', where, { order: 'nextAttemptAt', limit: BATCH })
  }
  const [urgent, abandoned, others] = await Promise.all([
    pending(true),
    find('outbox', { state: 'sending', leaseUntil: atMost(now) }, { order: 'leaseUntil', limit: BATCH }),
    pending(false),
  ])
  return [...urgent, ...abandoned, ...others].slice(0, BATCH)
}
