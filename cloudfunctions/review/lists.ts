/**
 * The lists that a reviewer looks at, as conditions on the store. An undecided application is due once its own cut-off has
 * passed; before that it waits. Decisions stay in their lists until the round closes.
 */
import { type QueueFilter, queueFilters } from '../../domain/review/queue'
import type { Instant } from '../../domain/time/shanghai'
import { above, atMost, below, type Where } from '../_kit/conditions'
import { count, find } from '../_kit/store'

/** The condition of a list. */
export function inList(filter: QueueFilter, now: Instant): Where<'applications'> {
  switch (filter) {
    case 'undecided':
      return { status: 'submitted', verdict: 'undecided', reviewFrom: atMost(now) }
    case 'waiting':
      return { status: 'submitted', verdict: 'undecided', reviewFrom: above(now) }
    default:
      return { status: 'submitted', verdict: filter }
  }
}

/** How long each list is. */
export async function countLists(now: Instant): Promise<Record<QueueFilter, number>> {
  const counts = await Promise.all(queueFilters.map((filter) => count('applications', inList(filter, now))))
  return Object.fromEntries(queueFilters.map((filter, index) => [filter, counts[index] ?? 0])) as Record<
    QueueFilter,
    number
  >
}

/** The next undecided application after a place in the queue, from the beginning again after the last; or null. */
export async function nextUndecided({ position }: { position: string }, now: Instant): Promise<string | null> {
  const undecided = inList('undecided', now)
  return (
    (await firstOf({ ...undecided, position: above(position) })) ??
    (await firstOf({ ...undecided, position: below(position) }))
  )
}

async function firstOf(where: Where<'applications'>): Promise<string | null> {
  const [first] = await find('applications', where, { order: 'position', limit: 1 })
  return first?._id ?? null
}
