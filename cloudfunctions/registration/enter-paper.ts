/**
 * Entering a membership form on paper on somebody's behalf: the same checks and claims, consent signed on the paper, no account.
 * A returned one is entered again. Who entered it may not decide it. Rules: domain/registration/paper.
 */
import type { RegistrationRequest } from '../../domain/registration/api'
import { checkForm } from '../../domain/registration/form'
import { canAmend } from '../../domain/registration/life'
import { isSigningDay, ON_PAPER, type PaperEntry } from '../../domain/registration/paper'
import { ok, refuse } from '../../domain/result'
import { dayOf, startOf } from '../../domain/time/shanghai'
import { recordAction } from '../_kit/audit'
import { documentClaim, identityOf } from '../_kit/claims'
import { digestOf } from '../_kit/digest'
import { applicationsOf, digestTag, recordLookUp } from '../_kit/look-ups'
import { randomId } from '../_kit/random'
import type { ApplicationRecord } from '../_kit/records/registration'
import type { Call } from '../_kit/serve'
import { get } from '../_kit/store'
import { type Transaction, transact } from '../_kit/transaction'
import { letGo, takePhotos } from '../_kit/uploads'
import { openReview } from './admission'
import type { Answer } from './answer'
import { submittedFields } from './application'

type Fields = ReturnType<typeof submittedFields> & { paper: PaperEntry }

export async function enterPaper(input: RegistrationRequest<'enterPaper'>, call: Call): Answer<'enterPaper'> {
  const { now, openid, staff } = call
  const today = dayOf(now)
  const checked = isSigningDay(input.signedOn, today) ? checkForm(input.form, today) : refuse('signed_on_invalid')
  const admitted = await openReview(checked, now)
  if (!admitted.ok) {
    return admitted
  }
  const { form, review } = admitted.value
  const paper = { by: openid, byName: staff?.name ?? '', signedOn: input.signedOn }
  const consent = { privacy: ON_PAPER, document: ON_PAPER }
  const fieldsFor = (id: string): Fields => {
    const fields = submittedFields(id, form, { consent, language: input.language }, review, now)
    return { ...fields, consent: { ...consent, at: startOf(input.signedOn) }, paper }
  }
  const digest = await identityOf(digestOf(form.document))
  const returned = (await get('claims', documentClaim(digest)))?.application ?? null
  const entered = await transact(
    (transaction) => enterOnce(transaction, { digest, returned, fieldsFor }, call),
    async () => refuse('person_has_applied'),
  )
  if (!entered.ok && (entered.code === 'person_has_card' || entered.code === 'person_has_applied')) {
    await recordRefusal(digest, entered.code, call)
  }
  return entered
}

// It tells that somebody of this document is known here, as a look-up does.
async function recordRefusal(digest: string, refused: string, call: Call): Promise<void> {
  const found = await applicationsOf([digest])
  const details = { by: 'document', refused }
  await recordLookUp(call, 'registration.paperRefused', { subject: digestTag(digest), found, details })
}

type Entry = { digest: string; returned: string | null; fieldsFor: (id: string) => Fields }

async function enterOnce(
  transaction: Transaction,
  { digest, returned, fieldsFor }: Entry,
  call: Call,
): Answer<'enterPaper'> {
  const claim = await transaction.get('claims', documentClaim(digest))
  if (claim?.card) {
    return refuse('person_has_card')
  }
  const id = claim && returned !== null ? returned : randomId()
  const fields = { ...fieldsFor(id), digest }
  const current = returned === null ? null : await transaction.get('applications', returned)
  const { portrait, proof } = fields
  // The account's own applications say nothing of these photos: they are a colleague's.
  if (!(await takePhotos(transaction, [portrait, proof], call.now))) {
    return refuse('photo_gone')
  }
  if (claim) {
    if (!current?.paper || !canAmend(current) || claim.application !== returned) {
      return refuse('person_has_applied')
    }
    const unused = [current.portrait, current.proof].filter((photo) => photo !== portrait && photo !== proof)
    await letGo(transaction, unused, call.openid, call.now)
    const earlier = current.result ? [...current.earlier, current.result] : current.earlier
    await transaction.update('applications', id, {
      ...fields,
      earlier,
      returnedBefore: earlier.length,
      version: current.version + 1,
    })
  } else {
    const application: ApplicationRecord = {
      ...fields,
      openid: null,
      version: 1,
      earlier: [],
      returnedBefore: 0,
      documentViews: [],
    }
    await transaction.insert('claims', documentClaim(digest), { application: id, card: null, openid: null })
    await transaction.insert('applications', id, application)
  }
  await recordAction(transaction, call, 'registration.enterPaper', id)
  const { documentMasked, round, reviewFrom } = fields
  return ok({ id, documentMasked, round, cutOff: reviewFrom, amended: claim !== null })
}
