/**
 * Submitting the form. One person, one identity: the claims on document and account are inserted in the same transaction as
 * the application, so of any number of requests at once exactly one succeeds (notice 5(1)).
 */
import type { RegistrationRequest } from '../../domain/registration/api'
import { ok } from '../../domain/result'
import { identityOf } from '../_kit/claims'
import { digestOf } from '../_kit/digest'
import { randomId } from '../_kit/random'
import type { ApplicationRecord } from '../_kit/records'
import type { Call } from '../_kit/serve'
import { openReview } from './admission'
import type { Answer } from './answer'
import { submittedFields, viewOf } from './application'
import { campusRefusal } from './campus-identity'
import { insertApplication } from './hand-in'
import { claimRefusal } from './holder'
import { admitWithProof } from './proof'

export async function submit(input: RegistrationRequest<'submit'>, { openid, now }: Call): Answer<'submit'> {
  const review = await openReview(now)
  if (!review.ok) {
    return review
  }
  const form = await admitWithProof(input, false, { openid, now })
  if (!form.ok) {
    return form
  }
  const campus = await campusRefusal(digestOf(form.value.document), now)
  if (campus) {
    return campus
  }
  const id = randomId()
  const application: ApplicationRecord = {
    ...submittedFields(id, form.value, input, review.value, now),
    openid,
    version: 1,
    earlier: [],
    returnedBefore: 0,
    documentViews: [],
  }
  const stored = await insertApplication(id, application)
  if (!stored.ok) {
    return claimRefusal(await identityOf(application.digest), openid)
  }
  return ok({ application: viewOf({ _id: id, ...stored.value }, now) })
}
