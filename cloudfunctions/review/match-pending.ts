/**
 * The timer's second work: what the archive says about applications that are new, or that an import made uncertain.
 * Done in batches and recorded in each application, so it goes on where it was stopped; two timers at once only do it
 * twice. An application that was amended, or an import that ended, while its batch was being looked up stays pending:
 * the version and the name of the import are conditions of the update.
 */
import type { MatchKind } from '../../domain/review/match-kind'
import { oneOf } from '../_kit/conditions'
import { find, type Stored, updateWhere } from '../_kit/store'

const BATCH = 100

type Group = { ids: string[]; version: number; matchAsked: string; kind: MatchKind }

/** @param isOver true ends it: the next timer comes a minute later. @returns how many were looked up */
export async function matchPending(isOver: () => boolean): Promise<number> {
  let done = 0
  while (!isOver()) {
    const batch = await find('applications', pending, { limit: BATCH })
    const matched = batch.length === 0 ? 0 : await matchBatch(batch)
    // Nothing changed though there was something to do: somebody else is at it.
    if (matched === 0) {
      break
    }
    done += matched
  }
  return done
}

/** Applications not looked up yet. */
export const pending = {
  status: 'submitted',
  verdict: oneOf(['undecided', 'approve', 'return', 'reject']),
  match: 'pending',
} as const

async function matchBatch(batch: readonly Stored<'applications'>[]): Promise<number> {
  const { matchAll } = await import('../_kit/matching')
  const matches = await matchAll(batch)
  const groups = new Map<string, Group>()
  for (const [index, { _id, version, matchAsked }] of batch.entries()) {
    const kind = matches[index]?.kind ?? 'unknown'
    const key = `${version} ${matchAsked} ${kind}`
    const group = groups.get(key) ?? { ids: [], version, matchAsked, kind }
    group.ids.push(_id)
    groups.set(key, group)
  }
  let changed = 0
  for (const { ids, version, matchAsked, kind } of groups.values()) {
    const where = { _id: oneOf(ids), version, matchAsked, match: 'pending' } as const
    changed += await updateWhere('applications', where, { match: kind })
  }
  return changed
}
