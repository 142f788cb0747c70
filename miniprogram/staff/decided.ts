/**
 * What this reviewer decided since the queue was last on the screen, so that the queue can take those lines away at once
 * instead of losing its place by loading from the start.
 */
import type { QueueFilter, Verdict } from '../lib/domain'

const since = new Map<string, Verdict['kind'] | null>()

/** Notes a decision; null is an undone one. */
export function noteDecision(id: string, kind: Verdict['kind'] | null): void {
  since.set(id, kind)
}

/**
 * What has changed for a list, and forgets it.
 * @returns the applications that left the list, and whether others may have come (then it must be read again)
 */
export function takeChanges(filter: QueueFilter): { gone: Set<string>; others: boolean } {
  const gone = new Set<string>()
  let others = false
  for (const [id, kind] of since) {
    if ((kind ?? 'undecided') === filter) {
      others = true
    } else {
      gone.add(id)
    }
  }
  since.clear()
  return { gone, others }
}
