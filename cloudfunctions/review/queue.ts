/** One page of a list, oldest application first. */
import { ok } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import { above } from '../_kit/conditions'
import type { Call } from '../_kit/serve'
import { find } from '../_kit/store'
import type { Answer } from './answer'
import { inList, narrowedTo } from './lists'
import { queueItem } from './queue-item'

const PAGE = 20

export async function queue({ filter, narrow, after }: ReviewRequest<'queue'>, call: Call): Answer<'queue'> {
  const { openid, now } = call
  const list = { ...inList(filter, now), ...narrowedTo(narrow, openid, now), ...(after && { position: above(after) }) }
  const page = await find('applications', list, { order: 'position', limit: PAGE })
  const last = page.length === PAGE ? page[PAGE - 1] : undefined
  return ok({ items: page.map((application) => queueItem(application, call)), after: last?.position ?? null })
}
