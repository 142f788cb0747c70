/** What the archive says about one application, looked up afresh, and who else may be the same person. */
import { ok, refuse } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import { get } from '../_kit/store'
import type { Answer } from './answer'
import { duplicatesOf } from './duplicates'

export async function match({ id }: ReviewRequest<'match'>): Answer<'match'> {
  const application = await get('applications', id)
  if (!application) {
    return refuse('application_unknown')
  }
  const { matchOne } = await import('../_kit/matching')
  const bulk = application.decision?.bulk
  const [matched, duplicates, bulkApproval] = await Promise.all([
    matchOne(application),
    duplicatesOf(application),
    bulk ? get('bulks', bulk) : null,
  ])
  const looked = bulkApproval?.sample.includes(id) ? 'seen' : 'unseen'
  return ok({ ...matched, duplicates, bulk: bulk ? looked : null })
}
