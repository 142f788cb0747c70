/**
 * The work of closing a round: settling what is left, by whoever calls, a person or the timer. One call at a time works
 * and the others leave it to that one for as long as its lease lasts; a call that died is followed by the next when the
 * lease is over. The lease only saves work: should two work at once, every transaction reads again what it settles, so
 * it still ends with one card and one message for everybody.
 */
import type { Review } from '../../domain/review/calendar'
import type { Instant } from '../../domain/time/shanghai'
import { atMost, oneOf, type Where } from '../_kit/conditions'
import { inLanes } from '../_kit/lanes'
import { randomId } from '../_kit/random'
import { find, updateWhere } from '../_kit/store'
import { CardNumbers } from './card-numbers'
import { type Closing, settleGroup } from './settle-application'

/** Applications read at once; the lease is renewed before each reading. */
const BATCH = 400
/** Applications settled in one transaction, and transactions at the same time. */
const GROUP = 20
const LANES = 12
/** Longer than a batch takes on a slow day; a killed closer is followed after at most this long. */
export const LEASE_MS = 20_000

export const DECIDED = ['approve', 'return', 'reject'] as const

/** The applications that a closing settles: due, with one of these verdicts. */
export function dueWith({ cutOff }: Review, verdicts: readonly string[]): Where<'applications'> {
  return { status: 'submitted', verdict: oneOf(verdicts), reviewFrom: atMost(cutOff) }
}

/**
 * Settles until nothing is left, time is up, or somebody else works.
 * @returns how many were settled; null when somebody else is at work
 */
export async function settleDue(
  where: Where<'applications'>,
  closing: Omit<Closing, 'numbers'>,
  isOver: () => boolean,
): Promise<number | null> {
  const worker = randomId()
  const { day } = closing.round
  if (!(await renew({ _id: day, state: 'closing', leaseUntil: atMost(Date.now()) }, worker))) {
    return null
  }
  try {
    return await settleBatches(
      where,
      { ...closing, numbers: new CardNumbers() },
      async () => {
        return isOver() || !(await renew({ _id: day, worker }, worker))
      },
      isOver,
    )
  } finally {
    await updateWhere('rounds', { _id: day, worker }, { worker: '', leaseUntil: 0 })
  }
}

async function renew(where: Where<'rounds'>, worker: string): Promise<boolean> {
  const leaseUntil: Instant = Date.now() + LEASE_MS
  return (await updateWhere('rounds', where, { worker, leaseUntil })) === 1
}

async function settleBatches(
  where: Where<'applications'>,
  closing: Closing,
  mustStop: () => Promise<boolean>,
  isOver: () => boolean,
): Promise<number> {
  let handled = 0
  while (!(await mustStop())) {
    const batch = await find('applications', where, { limit: BATCH })
    await closing.numbers.reserve(batch.filter(({ verdict }) => verdict === 'approve').length)
    const before = handled
    await inLanes(groupsOf(batch), LANES, isOver, async (group) => {
      handled += await settleGroup(group, closing)
    })
    // That was all, or nothing of it can be settled.
    if (batch.length < BATCH || handled === before) {
      break
    }
  }
  return handled
}

function groupsOf<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / GROUP)
  return Array.from({ length: count }, (_, index) => items.slice(index * GROUP, (index + 1) * GROUP))
}
