/** One page of a list, oldest application first, with the length of every list. */
import { ok } from '../../domain/result'
import type { QueueItem, ReviewRequest } from '../../domain/review/api'
import { above } from '../_kit/conditions'
import type { Call } from '../_kit/serve'
import { find, type Stored } from '../_kit/store'
import type { Answer } from './answer'
import { countLists, inList } from './lists'

const PAGE = 20

export async function queue({ filter, after }: ReviewRequest<'queue'>, { now }: Call): Answer<'queue'> {
  const where = { ...inList(filter, now), ...(after && { position: above(after) }) }
  const [page, counts] = await Promise.all([
    find('applications', where, { order: 'position', limit: PAGE }),
    countLists(now),
  ])
  const last = page.length === PAGE ? page[PAGE - 1] : undefined
  return ok({ items: page.map(itemOf), after: last?.position ?? null, counts })
}

function itemOf(application: Stored<'applications'>): QueueItem {
  const [study] = application.studies
  return {
    id: application._id,
    name: application.nameChinese || application.nameLatin,
    documentMasked: application.documentMasked,
    documentType: application.documentType,
    // The form is not stored without a study record.
    study: study as QueueItem['study'],
    submittedAt: application.submittedAt,
    round: application.round,
    decision: application.decision?.kind ?? null,
  }
}
