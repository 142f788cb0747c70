/** The home page in words: the next step with its days put into place, and where its button leads. */
import { sayCardNumber } from '../../i18n/card-number'
import { sayDate, sayDay, sayMoment } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import { words } from '../../i18n/words'
import type { Instant, Language } from '../../lib/domain'
import type { NextStep, StepKind } from './next-step'

export type StepView = { kind: StepKind; head: string; text: string; action: string; address: string }

const ADDRESS: Record<StepKind, string> = {
  show_card: '/pages/card/card',
  renew: '/alumni/pages/renew/renew',
  activate_here: '/alumni/pages/activate/activate',
  activate: '/alumni/pages/activate/activate',
  await_activation: '/alumni/pages/timeline/timeline',
  submitted: '/alumni/pages/timeline/timeline',
  in_review: '/alumni/pages/timeline/timeline',
  returned: '/alumni/pages/timeline/timeline',
  rejected: '/alumni/pages/timeline/timeline',
  register: '/alumni/pages/consent/consent',
  resume: '/alumni/pages/form/form',
  stopped: '/alumni/pages/consent/consent',
  closed: '/alumni/pages/consent/consent',
  not_ready: '/alumni/pages/help/help',
}

/** What the page shows for a step. */
export function viewOf(step: NextStep, language: Language, now: Instant): StepView {
  const { head, text, action } = words[language].home.steps[step.kind]
  return { kind: step.kind, head, text: fill(text, placesOf(step, language, now)), action, address: ADDRESS[step.kind] }
}

function placesOf(step: NextStep, language: Language, now: Instant): Record<string, string> {
  const places: Record<string, string> = {}
  if ('number' in step) {
    places.number = sayCardNumber(step.number)
  }
  if ('until' in step) {
    places.until = sayDate(step.until, language)
  }
  if ('from' in step) {
    places.from = sayDay(step.from, language, now)
  }
  if ('round' in step) {
    places.round = sayDay(step.round, language, now)
  }
  if ('cutOff' in step) {
    places.cutOff = sayMoment(step.cutOff, language, now)
  }
  return places
}

/** True for steps that belong to an application, so that its timeline is offered. */
export function hasTimeline(kind: StepKind): boolean {
  return ['activate', 'await_activation', 'submitted', 'in_review', 'returned', 'rejected'].includes(kind)
}
