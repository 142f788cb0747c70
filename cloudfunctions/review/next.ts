/**
 * The next application for this reviewer, taken with the answer: the oldest undecided one after a place in the queue,
 * from the beginning again after the last, that nobody else holds and that they may decide. Two who ask at once never
 * get the same one.
 */
import { ok } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import { above, atMost, type Where } from '../_kit/conditions'
import type { Call } from '../_kit/serve'
import { find, type Stored } from '../_kit/store'
import type { Answer } from './answer'
import { applicationView } from './application-view'
import { take } from './holds'
import { decidableBy, inList, narrowedTo } from './lists'

/** Read at once, because colleagues reach for the first ones at the same time. */
const CANDIDATES = 10

export async function next({ narrow, inHand, after }: ReviewRequest<'next'>, call: Call): Answer<'next'> {
  const { openid, now } = call
  const list = { ...inList('undecided', now), ...narrowedTo(narrow, openid, now), ...decidableBy(openid) }
  const free = { ...list, 'hold.until': atMost(now) }
  const skipped = new Set(inHand)
  const found =
    (after && (await takeOne({ ...free, position: above(after) }, skipped, call))) ||
    (await takeOne(free, skipped, call))
  return ok({ application: found ? await applicationView(found, call) : null })
}

async function takeOne(
  free: Where<'applications'>,
  skipped: ReadonlySet<string>,
  call: Call,
): Promise<Stored<'applications'> | null> {
  let from = free
  for (;;) {
    const candidates = await find('applications', from, { order: 'position', limit: CANDIDATES })
    for (const candidate of candidates) {
      const hold = skipped.has(candidate._id) ? null : await take(candidate._id, call)
      if (hold) {
        return { ...candidate, hold }
      }
    }
    const last = candidates.length === CANDIDATES ? candidates[CANDIDATES - 1] : undefined
    if (!last) {
      return null
    }
    // A crowd took all ten meanwhile.
    from = { ...free, position: above(last.position) }
  }
}
