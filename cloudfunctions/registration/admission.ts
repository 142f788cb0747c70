/** What every form must pass before it is stored: registration is open, every field is right, and nobody is on campus anyway. */
import type { RegistrationRequest } from '../../domain/registration/api'
import { type ApplicationForm, checkForm } from '../../domain/registration/form'
import { ok, type Result, refuse } from '../../domain/result'
import { type Review, registrationState } from '../../domain/review/calendar'
import { dayOf, type Instant } from '../../domain/time/shanghai'
import { university } from '../../domain/university'
import { digestFor, digestsOf } from '../_kit/digest'
import { calendarOf, OFFICE } from '../_kit/settings'
import { getTogether } from '../_kit/together'
import { campusRefusal } from './campus-identity'

type AdmissionRefusal = 'registration_not_ready' | 'registration_stopped' | 'no_review_planned' | 'campus_identity'

/** A form that is right, and the review that it is handed in for. */
type Admitted = { form: ApplicationForm; review: Review }

/**
 * The review for which a form handed in now is taken, or why none is. The settings and what is known of the person on campus
 * come in one request, since everybody who hands in waits for it.
 * @param form what was filled in; its refusal comes after that of a closed registration
 */
export async function openReview<Code extends string>(
  form: Result<ApplicationForm, Code>,
  now: Instant,
): Promise<Result<Admitted, AdmissionRefusal | Code>> {
  const keys = form.ok ? digestsOf(form.value.document) : []
  const found = await getTogether('settings', OFFICE, { campus: { from: 'campusIdentities', keys } })
  if (!found) {
    return refuse('registration_not_ready')
  }
  const { record: settings, beside } = found
  const state = registrationState(now, calendarOf(settings), settings.lastClosedRound)
  if (!state.open) {
    return state.why === 'review' ? refuse('registration_stopped', { round: state.round }) : refuse('no_review_planned')
  }
  if (!form.ok) {
    return form
  }
  const refused = campusRefusal(beside.campus, dayOf(now))
  if (refused) {
    return refused
  }
  await digestFor(form.value.document)
  return ok({ form: form.value, review: state.next })
}

/** The form as it is stored; both consents must be to the texts of today (PIPL art. 29: the document has its own). */
export function admit(
  { form, consent }: Pick<RegistrationRequest<'submit'>, 'form' | 'consent'>,
  now: Instant,
  needsProof: boolean,
): Result<ApplicationForm, 'consent_missing' | 'form_invalid'> {
  const { privacy, document } = university.consent
  if (consent.privacy !== privacy || consent.document !== document) {
    return refuse('consent_missing')
  }
  return checkForm(form, dayOf(now), needsProof)
}
