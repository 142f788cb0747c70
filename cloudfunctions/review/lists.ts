/**
 * The lists that a reviewer looks at, as conditions on the store. An undecided application is due once its own cut-off
 * has passed; before that it waits. Decisions stay in their lists until the round closes.
 */
import { type Hands, type Narrowing, type QueueFilter, queueFilters } from '../../domain/review/queue'
import type { Day, Instant } from '../../domain/time/shanghai'
import { above, atLeast, atMost, otherThan, type Where } from '../_kit/conditions'
import { count, countBy } from '../_kit/store'

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

/** What is added to a list's condition. @param reviewer OPENID of who asks */
export function narrowedTo(
  { documentType, match, round, returnedBefore, hands }: Narrowing,
  reviewer: string,
  now: Instant,
): Where<'applications'> {
  return {
    ...(documentType && { documentType }),
    ...(match && { match }),
    ...(round && { round }),
    ...(returnedBefore !== undefined && { returnedBefore: returnedBefore ? atLeast(1) : 0 }),
    ...(hands && inHands(hands, reviewer, now)),
  }
}

function inHands(hands: Hands, reviewer: string, now: Instant): Where<'applications'> {
  switch (hands) {
    case 'mine':
      return { 'hold.by': reviewer, 'hold.until': above(now) }
    case 'others':
      return { 'hold.by': otherThan(reviewer), 'hold.until': above(now) }
    default:
      return { 'hold.until': atMost(now) }
  }
}

/** What is added for a reviewer who wants to decide: forms that they entered from paper are for a colleague. */
export function decidableBy(reviewer: string): Where<'applications'> {
  return { 'paper.by': otherThan(reviewer) }
}

/** How many undecided applications a reviewer entered from paper themselves. @param list what else they must meet */
export function countOwnEntries(reviewer: string, now: Instant, list: Where<'applications'>): Promise<number> {
  return count('applications', { ...list, ...inList('undecided', now), 'paper.by': reviewer })
}

/**
 * How long each list is, and the rounds that undecided applications belong to: one question, answered by an index of
 * which every entry is small, so a hundred thousand that wait do not have to be read.
 */
export async function countLists(
  now: Instant,
  narrowed: Where<'applications'> = {},
): Promise<{ counts: Record<QueueFilter, number>; rounds: Day[] }> {
  const groups = await countBy('applications', { ...narrowed, status: 'submitted' }, ['verdict', 'reviewFrom', 'round'])
  const counts = Object.fromEntries(queueFilters.map((filter) => [filter, 0])) as Record<QueueFilter, number>
  const rounds = new Set<Day>()
  for (const { verdict, reviewFrom, round, count } of groups) {
    const waits = verdict === 'undecided' && reviewFrom > now
    counts[waits ? 'waiting' : verdict] += count
    if (verdict === 'undecided') {
      rounds.add(round)
    }
  }
  return { counts, rounds: [...rounds].sort() }
}
