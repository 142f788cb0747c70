/**
 * Submitting the form. One person, one identity: the claims on document and account are inserted in the same transaction as
 * the application, so of any number of requests at once exactly one succeeds (notice 5(1)).
 */
import type { RegistrationRequest } from '../../domain/registration/api'
import { ok, refuse } from '../../domain/result'
import { identityOf } from '../_kit/claims'
import { randomId } from '../_kit/random'
import type { ApplicationRecord } from '../_kit/records/registration'
import type { Call } from '../_kit/serve'
import { admit, openReview } from './admission'
import type { Answer } from './answer'
import { submittedFields, viewOf } from './application'
import { insertApplication } from './hand-in'
import { claimRefusal } from './holder'
import { photoRefusal } from './proof'

export async function submit(input: RegistrationRequest<'submit'>, { openid, now }: Call): Answer<'submit'> {
  const admitted = await openReview(admit(input, now, false), now)
  if (!admitted.ok) {
    return admitted
  }
  const { form, review } = admitted.value
  const incomplete = await photoRefusal(form, { openid, now })
  if (incomplete) {
    return incomplete
  }
  const id = randomId()
  const application: ApplicationRecord = {
    ...submittedFields(id, form, input, review, now),
    openid,
    version: 1,
    earlier: [],
    returnedBefore: 0,
    documentViews: [],
  }
  const stored = await insertApplication(id, application)
  if (!stored.ok && stored.code === 'proof_needed') {
    return refuse('form_invalid', { proof: 'photo_missing' })
  }
  if (!stored.ok) {
    return claimRefusal(await identityOf(application.digest), openid)
  }
  return ok({ application: viewOf({ _id: id, ...stored.value }, now) })
}
