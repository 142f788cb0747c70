/** An application as it is stored, and as its applicant sees it: document and phone number are sealed, never in clear. */
import { lastFour, maskDocument } from '../../domain/identity'
import type { ApplicationView, RegistrationRequest } from '../../domain/registration/api'
import type { ApplicationForm } from '../../domain/registration/form'
import { canAmend, canWithdraw, stageOf } from '../../domain/registration/life'
import { maskPhone } from '../../domain/registration/phone'
import type { Review } from '../../domain/review/calendar'
import { noHold } from '../../domain/review/hold'
import { latinKeys } from '../../domain/review/search'
import type { Instant } from '../../domain/time/shanghai'
import { digestOf } from '../_kit/digest'
import type { ApplicationRecord } from '../_kit/records/registration'
import { phoneOf, sealIdentity } from '../_kit/sealed-fields'
import { find, type Stored } from '../_kit/store'

/** The account's latest application, or null. */
export async function latestApplication(openid: string): Promise<Stored<'applications'> | null> {
  const [latest] = await find('applications', { openid }, { order: 'submittedAt', direction: 'desc', limit: 1 })
  return latest ?? null
}

/** What the form and its consent become in the record; handing in puts it at the end of the queue of a review. */
export function submittedFields(
  id: string,
  form: ApplicationForm,
  { consent, language }: Pick<RegistrationRequest<'submit'>, 'consent' | 'language'>,
  review: Review,
  now: Instant,
) {
  const { document, phone, ...open } = form
  return {
    nameChinese: open.nameChinese,
    nameLatin: open.nameLatin,
    ...latinKeys(open.nameLatin),
    email: open.email,
    studies: open.studies,
    portrait: open.portrait,
    proof: open.proof,
    documentType: document.type,
    documentCountry: document.country,
    documentMasked: maskDocument(document),
    last4: lastFour(document),
    digest: digestOf(document),
    ...sealIdentity(id, document, phone),
    shredFrom: null,
    phoneMasked: maskPhone(phone),
    language,
    consent: { ...consent, at: now },
    status: 'submitted',
    verdict: 'undecided',
    hold: noHold,
    decision: null,
    result: null,
    carriedFrom: null,
    round: review.day,
    reviewFrom: review.cutOff,
    submittedAt: now,
    position: `${String(now).padStart(14, '0')}-${id}`,
    match: 'pending',
    matchAsked: '',
  } satisfies Partial<ApplicationRecord>
}

/** What the applicant sees; the document number never goes back to a phone. */
export function viewOf(application: Stored<'applications'>, now: Instant): ApplicationView {
  const { _id: id, result } = application
  return {
    id,
    stage: stageOf(application, now),
    form: {
      nameChinese: application.nameChinese,
      nameLatin: application.nameLatin,
      document: { type: application.documentType, country: application.documentCountry, number: '' },
      phone: phoneOf(application),
      email: application.email,
      studies: application.studies,
      portrait: application.portrait,
      proof: application.proof,
    },
    documentMasked: application.documentMasked,
    documentKept: application.documentSealed !== null,
    submittedAt: application.submittedAt,
    round: application.round,
    cutOff: application.reviewFrom,
    canWithdraw: canWithdraw(application),
    canAmend: canAmend(application),
    ...(result && { result: told(result) }),
    documentViews: application.documentViews,
  }
}

function told({ kind, reason, note, at, cardNumber, activatableFrom }: NonNullable<ApplicationRecord['result']>) {
  return {
    kind,
    reason,
    at,
    ...(note && { note }),
    ...(cardNumber && { cardNumber }),
    ...(activatableFrom && { activatableFrom }),
  }
}
