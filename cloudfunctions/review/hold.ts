/** Renewing and giving back what a reviewer holds: an open page renews, a page that is left gives back. */
import { ok } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import type { Call } from '../_kit/serve'
import type { Answer } from './answer'
import { giveBack, holdOfCaller, renew } from './holds'

export async function hold({ ids }: ReviewRequest<'hold'>, call: Call): Answer<'hold'> {
  const lost = ids.length > 0 ? await renew(ids, call) : []
  return ok({ until: holdOfCaller(call).until, lost })
}

export async function release({ ids }: ReviewRequest<'release'>, call: Call): Answer<'release'> {
  if (ids.length > 0) {
    await giveBack(ids, call)
  }
  return ok(null)
}
