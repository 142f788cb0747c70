/**
 * Amending a returned application: it goes back into the queue under the same identity. A document number left empty stays
 * what it was, because the phone never gets it back, unless it was shredded meanwhile; another document moves the claim on the
 * person with it. Photos that are replaced are deleted.
 */
import type { RegistrationRequest } from '../../domain/registration/api'
import { canAmend } from '../../domain/registration/life'
import { asksForProof } from '../../domain/registration/proof'
import { ok, refuse } from '../../domain/result'
import { documentClaim, identityOf } from '../_kit/claims'
import { releasePerson } from '../_kit/older-cards'
import { documentOf } from '../_kit/sealed-fields'
import type { Call } from '../_kit/serve'
import type { Stored } from '../_kit/store'
import { transact } from '../_kit/transaction'
import { letGo, takePhotos } from '../_kit/uploads'
import { admit, openReview } from './admission'
import type { Answer } from './answer'
import { latestApplication, submittedFields, viewOf } from './application'
import { claimRefusal } from './holder'
import { photoRefusal } from './proof'

export async function amend(input: RegistrationRequest<'amend'>, { openid, now }: Call): Answer<'amend'> {
  const application = await latestApplication(openid)
  if (!application) {
    return refuse('application_not_found')
  }
  if (!canAmend(application)) {
    return refuse('cannot_amend')
  }
  const filled = { ...input, form: withStoredNumber(input.form, application) }
  const wantsPhoto = asksForProof(application.result?.reason)
  const admitted = await openReview(admit(filled, now, wantsPhoto), now)
  if (!admitted.ok) {
    return admitted
  }
  const { form, review } = admitted.value
  const incomplete = await photoRefusal(form, { openid, now })
  if (incomplete) {
    return incomplete
  }
  const id = application._id
  const submitted = submittedFields(id, form, input, review, now)
  // Another document may be one that was joined to this person's.
  const isSame = submitted.digest === application.digest
  const fields = isSame ? submitted : { ...submitted, digest: await identityOf(submitted.digest) }
  return transact(
    async (transaction) => {
      const current = await transaction.get('applications', id)
      if (!current || !canAmend(current)) {
        return refuse('cannot_amend')
      }
      if (fields.digest !== current.digest) {
        await transaction.insert('claims', documentClaim(fields.digest), { application: id, card: null, openid })
        await releasePerson(transaction, current)
      }
      const { portrait, proof } = fields
      const before = [current.portrait, current.proof]
      const added = [portrait, proof].filter((photo) => !before.includes(photo))
      if (!(await takePhotos(transaction, added, now))) {
        return refuse('photo_gone')
      }
      const unused = before.filter((photo) => photo !== portrait && photo !== proof)
      await letGo(transaction, unused, openid, now)
      const earlier = current.result ? [...current.earlier, current.result] : current.earlier
      const collects = fields.digest === current.digest ? (current.collects ?? null) : null
      const earlierConsents = [...(current.earlierConsents ?? []), current.consent]
      const changed = {
        ...fields,
        earlierConsents,
        collects,
        earlier,
        returnedBefore: earlier.length,
        version: current.version + 1,
      }
      await transaction.update('applications', id, changed)
      return ok({ application: viewOf({ ...current, ...changed }, now) })
    },
    // The account's own claim is this application's; only the person can be somebody else's.
    async () => {
      const refused = await claimRefusal(fields.digest, openid)
      return refused.code === 'already_applied' ? refuse('document_in_use') : refused
    },
  )
}

function withStoredNumber(form: RegistrationRequest<'amend'>['form'], application: Stored<'applications'>) {
  const { type, country, number } = form.document
  if (number.trim() !== '' || type !== application.documentType) {
    return form
  }
  const stored = documentOf(application)
  return stored && (country === stored.country || country === '') ? { ...form, document: stored } : form
}
