/** The full document number, for one reviewer and one application: logged, and visible to the applicant afterwards. */
import { ok, refuse } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import { recordAction } from '../_kit/audit'
import { documentOf } from '../_kit/sealed-fields'
import type { Call } from '../_kit/serve'
import { transact } from '../_kit/transaction'
import type { Answer } from './answer'

export async function revealDocument({ id }: ReviewRequest<'revealDocument'>, call: Call): Answer<'revealDocument'> {
  return transact(async (transaction) => {
    const application = await transaction.get('applications', id)
    if (!application) {
      return refuse('application_unknown')
    }
    const document = documentOf(application)
    if (!document) {
      return refuse('document_shredded')
    }
    // Reviewers and admins only get here (index.ts).
    const role = call.staff?.role ?? 'reviewer'
    const documentViews = [...application.documentViews, { at: call.now, role }]
    await transaction.update('applications', id, { documentViews })
    await recordAction(transaction, call, 'review.revealDocument', id)
    return ok({ document })
  })
}
