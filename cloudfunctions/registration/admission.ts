/** What every form must pass before it is stored: registration is open, consent is given, every field is right. */
import type { RegistrationRequest } from '../../domain/registration/api'
import { type ApplicationForm, checkForm } from '../../domain/registration/form'
import { ok, type Result, refuse } from '../../domain/result'
import { type Review, registrationState } from '../../domain/review/calendar'
import { dayOf, type Instant } from '../../domain/time/shanghai'
import { university } from '../../domain/university'
import { calendarOf, loadSettings } from '../_kit/settings'

type AdmissionRefusal =
  | 'registration_not_ready'
  | 'registration_stopped'
  | 'no_review_planned'
  | 'consent_missing'
  | 'form_invalid'

/** The review for which an application handed in now is taken, or why none is. */
export async function openReview(now: Instant): Promise<Result<Review, AdmissionRefusal>> {
  const settings = await loadSettings()
  if (!settings) {
    return refuse('registration_not_ready')
  }
  const state = registrationState(now, calendarOf(settings), settings.lastClosedRound)
  if (state.open) {
    return ok(state.next)
  }
  return state.why === 'review' ? refuse('registration_stopped', { round: state.round }) : refuse('no_review_planned')
}

/** The form as it is stored; both consents must be to the texts of today (PIPL art. 29: the document has its own). */
export function admit(
  { form, consent }: Pick<RegistrationRequest<'submit'>, 'form' | 'consent'>,
  now: Instant,
  needsProof = true,
): Result<ApplicationForm, AdmissionRefusal> {
  const { privacy, document } = university.consent
  if (consent.privacy !== privacy || consent.document !== document) {
    return refuse('consent_missing')
  }
  return checkForm(form, dayOf(now), needsProof)
}
