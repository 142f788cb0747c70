/** The form page in words: where one is, until when to hand in, and where a refusal leads. */
import { sayMoment } from '../../../i18n/dates'
import { fill } from '../../../i18n/fill'
import type { Instant, Language, RefusalCode, RegistrationState } from '../../../lib/domain'
import { alumniWords } from '../../words/words'
import { steps } from './steps'

export type FormView = { progress: string; head: string; text: string; numberHint: string; deadline: string }

/** What is known when the page is described; `masked` is the registered number of an amended application, else ''. */
export type FormSituation = { index: number; masked: string; registration: RegistrationState | null }

/** The words of the step on the screen. */
export function formView({ index, masked, registration }: FormSituation, language: Language, now: Instant): FormView {
  const t = alumniWords[language].form
  return {
    progress: fill(t.progress, { current: index + 1, total: steps.length }),
    ...t.steps[steps[index] ?? 'identity'],
    numberHint: masked === '' ? '' : fill(t.keptNumber, { masked }),
    deadline: registration?.open
      ? fill(t.deadline, { cutOff: sayMoment(registration.next.cutOff, language, now) })
      : '',
  }
}

/** The way out of a refusal that this page itself cannot mend, or null. */
export function wayOut(code: RefusalCode, language: Language): { words: string; url: string } | null {
  const { actions } = alumniWords[language].form
  switch (code) {
    case 'already_applied':
    case 'cannot_amend':
      return { words: actions.timeline, url: '/alumni/pages/timeline/timeline' }
    case 'card_exists':
      return { words: actions.activate, url: '/alumni/pages/activate/activate' }
    case 'document_in_use':
      return { words: actions.help, url: '/alumni/pages/help/help' }
    case 'registration_stopped':
    case 'no_review_planned':
      return { words: actions.tellMe, url: '/pages/home/home' }
    case 'consent_missing':
      return { words: actions.consent, url: '/alumni/pages/consent/consent' }
    default:
      return null
  }
}
