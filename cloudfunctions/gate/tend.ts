/**
 * What the timer does every ten minutes: the status list, whatever call for one was lost, and marks, for devices' scans and
 * for batches whose judging was cut off.
 */
import type { Instant } from '../../domain/time/shanghai'
import type { Call } from '../_kit/call'
import { atLeast } from '../_kit/conditions'
import { stopwatch } from '../_kit/lanes'
import { find, get, insert, type Stored, updateWhere } from '../_kit/store'
import { Duplicate } from '../_kit/store-errors'
import { markScans } from './mark-scans'
import { forgetOutlived, renewList } from './renew-list'

const CURSOR = 'marks'
const PAGE = { order: 'receivedAt', limit: 1000 } as const
/** Scans that were being stored during the last run may carry an earlier time. */
const OVERLAP = 2 * 60_000

export async function tend({ now }: Call): Promise<void> {
  await forgetOutlived(now)
  await renewList(null, now)
  await judgeArrived(now)
}

async function judgeArrived(now: Instant): Promise<void> {
  const isOver = stopwatch()
  let from: Instant | null = (await get('counters', CURSOR))?.next ?? 0
  while (from !== null && !isOver()) {
    const page: Stored<'scans'>[] = await find('scans', { receivedAt: atLeast(from) }, PAGE)
    const { complete, next } = split(page)
    await markScans(complete)
    await moveCursor(Math.min(next ?? now, now - OVERLAP))
    from = next
  }
}

/** The scans of a page whose arrival is wholly on it, and where the next page begins; null after the last. */
function split(page: readonly Stored<'scans'>[]) {
  const last = page.at(-1)
  if (!last || page.length < PAGE.limit) {
    return { complete: page, next: null }
  }
  const complete = page.filter(({ receivedAt }) => receivedAt < last.receivedAt)
  // A delivery is no longer than a page: one that fills it alone is whole.
  return complete.length > 0 ? { complete, next: last.receivedAt } : { complete: page, next: last.receivedAt + 1 }
}

async function moveCursor(next: Instant): Promise<void> {
  if ((await updateWhere('counters', { _id: CURSOR }, { next })) > 0) {
    return
  }
  try {
    await insert('counters', CURSOR, { next })
  } catch (error) {
    if (!(error instanceof Duplicate)) {
      throw error
    }
  }
}
