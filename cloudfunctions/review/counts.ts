/** How long every list is, narrowed like the one on the screen. Apart from its pages, which are read more often. */
import { ok } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import type { Call } from '../_kit/serve'
import type { Answer } from './answer'
import { countLists, countOwnEntries, narrowedTo } from './lists'

export async function counts({ narrow, own }: ReviewRequest<'counts'>, { openid, now }: Call): Answer<'counts'> {
  const narrowed = narrowedTo(narrow, openid, now)
  const [lists, entries] = await Promise.all([
    countLists(now, narrowed),
    own ? countOwnEntries(openid, now, narrowed) : 0,
  ])
  return ok({ ...lists, own: entries })
}
