/** What the registration function is asked and answers. Requests are parsed by these schemas; unknown fields are refused. */
import * as v from 'valibot'
import { languages } from '../language'
import type { Role } from '../office/api'
import type { RegistrationState } from '../review/calendar'
import type { Day, Instant } from '../time/shanghai'
import type { ApplicationForm } from './form'
import { limits } from './form'
import { documentSchema, formSchema as form, studySchema as study } from './form-schema'
import type { ReviewResult, Stage } from './life'
import { type PaperReplies, paperRefusals, paperRequests } from './paper-api'

export { documentSchema } from './form-schema'

export const registrationRefusals = [
  ...paperRefusals,
  'form_invalid', // details: field path → field code
  'consent_missing',
  'registration_not_ready', // the office has not opened the service yet
  'registration_stopped', // details.round: the review under way
  'no_review_planned',
  'already_applied', // this WeChat account has a live application
  'document_in_use', // somebody has a live application with this document
  'card_exists', // this person has a card: activate it
  'campus_identity', // staff, student, hospital, family or campus business
  'application_not_found',
  'cannot_withdraw',
  'cannot_amend',
  'photo_gone', // a photo of the form was deleted after its time
  'too_many_photos', // the account uploaded more than anybody needs today
  'phone_code_invalid', // WeChat's one-tap code was used or is older than five minutes
] as const

const text = (max: number) => v.pipe(v.string(), v.maxLength(max))
const photoName = /^[\w-]{8,80}\.(jpg|jpeg|png)$/

export const consentSchema = v.strictObject({ privacy: text(20), document: text(20) })

export const registrationRequests = {
  ...paperRequests,
  status: v.strictObject({}),
  submit: v.strictObject({ form, consent: consentSchema, language: v.picklist(languages) }),
  amend: v.strictObject({ form, consent: consentSchema, language: v.picklist(languages) }),
  withdraw: v.strictObject({}),
  phoneNumber: v.strictObject({ code: text(128) }),
  /** Names a photo before it is uploaded, so that it can be deleted when nobody hands it in. */
  announcePhoto: v.strictObject({ name: v.pipe(v.string(), v.regex(photoName)) }),
  proof: v.strictObject({
    document: documentSchema,
    nameChinese: text(200),
    nameLatin: text(200),
    studies: v.pipe(v.array(study), v.minLength(1), v.maxLength(limits.studies)),
  }),
} as const

export type RegistrationRequest<Action extends keyof typeof registrationRequests> = v.InferOutput<
  (typeof registrationRequests)[Action]
>

/** A look of the staff at the full document number: when, in which role, and in an export if it was one. */
export type DocumentView = { at: Instant; role: Role; why?: 'export' | 'search' }

/** The applicant's own view of an application: never the full document number. */
export type ApplicationView = {
  id: string
  stage: Stage
  form: ApplicationForm
  documentMasked: string
  /** False when the number was shredded: an amendment has to give it again. */
  documentKept: boolean
  submittedAt: Instant
  round: Day
  cutOff: Instant
  canWithdraw: boolean
  canAmend: boolean
  result?: Pick<ReviewResult, 'kind' | 'reason' | 'note' | 'at' | 'cardNumber' | 'activatableFrom'>
  documentViews: DocumentView[]
}

export type RegistrationReplies = PaperReplies & {
  /** `state` is null while the office has not opened the service. */
  status: {
    now: Instant
    state: RegistrationState | null
    application: ApplicationView | null
    cardNumber: string | null
  }
  submit: { application: ApplicationView }
  amend: { application: ApplicationView }
  withdraw: { application: ApplicationView }
  phoneNumber: { phone: string }
  announcePhoto: null
  /** Whether a proof photo has to be handed in: the archive does not know the person. */
  proof: { needed: boolean }
}
