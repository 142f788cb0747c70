/**
 * The way of an application as its applicant follows it: submitted, reviewed, decided, card issued, can be activated, active.
 * Each step knows whether it is done, under way, still to come or where the way ended, and when.
 */
import { sayCardNumber } from '../../../i18n/card-number'
import { sayDay, sayMoment } from '../../../i18n/dates'
import { fill } from '../../../i18n/fill'
import { type ApplicationView, dayOf, type Instant, type Language, startOf } from '../../../lib/domain'
import { alumniWords } from '../../words/words'

export type MilestoneState = 'done' | 'current' | 'coming' | 'stopped'
export type Milestone = { key: string; name: string; when: string; state: MilestoneState }

/**
 * What the milestones are made from; `activatedAt` is the card's, null while it is not active on this account. `isGone`: it was
 * issued, and this account has it no more: it is active on another one, or was revoked.
 */
export type Way = {
  application: ApplicationView
  activatedAt: Instant | null
  isGone: boolean
  now: Instant
  language: Language
}

/** The steps, in order. */
export function milestonesOf(way: Way): Milestone[] {
  const { application, language, now } = way
  const { steps } = alumniWords[language].timeline
  const submitted: Milestone = {
    key: 'submitted',
    name: steps.submitted,
    when: sayMoment(application.submittedAt, language, now),
    state: 'done',
  }
  if (application.stage === 'withdrawn') {
    return [submitted, { key: 'withdrawn', name: steps.withdrawn, when: '', state: 'stopped' }]
  }
  const approvedOrOpen = !application.result || application.result.kind === 'approve'
  return [submitted, review(way), decision(way), ...(approvedOrOpen ? cardSteps(way) : [])]
}

function review({ application, language, now }: Way): Milestone {
  const t = alumniWords[language].timeline
  const started = application.stage !== 'submitted'
  const moment = sayMoment(application.cutOff, language, now)
  return {
    key: 'in_review',
    name: t.steps.in_review,
    when: started ? moment : fill(t.expected, { moment }),
    state: application.result ? 'done' : started ? 'current' : 'coming',
  }
}

function decision({ application, language, now }: Way): Milestone {
  const t = alumniWords[language].timeline
  const { result, round } = application
  if (!result) {
    const when = fill(t.sameDay, { day: sayDay(round, language, now) })
    return { key: 'decided', name: t.steps.decided, when, state: 'coming' }
  }
  const when = sayMoment(result.at, language, now)
  if (result.kind === 'approve') {
    return { key: 'decided', name: t.steps.approved, when, state: 'done' }
  }
  return {
    key: 'decided',
    name: result.kind === 'return' ? t.steps.returned : t.steps.rejected,
    when,
    state: 'stopped',
  }
}

function cardSteps({ application, activatedAt, isGone, language, now }: Way): Milestone[] {
  const { steps, expected } = alumniWords[language].timeline
  const { cardNumber, activatableFrom: from } = application.result ?? {}
  const open = from !== undefined && now >= startOf(from)
  const day = from ? sayDay(from, language, now) : ''
  const issued: Milestone = {
    key: 'issued',
    name: steps.issued,
    when: cardNumber ? sayCardNumber(cardNumber) : '',
    state: cardNumber ? 'done' : 'coming',
  }
  if (isGone) {
    return [issued]
  }
  return [
    issued,
    {
      key: 'activatable',
      name: steps.activatable,
      when: from && !open ? fill(expected, { moment: day }) : day,
      state: activatedAt !== null ? 'done' : open ? 'current' : 'coming',
    },
    {
      key: 'active',
      name: steps.active,
      when: activatedAt === null ? '' : sayDay(dayOf(activatedAt), language, now),
      state: activatedAt === null ? 'coming' : 'done',
    },
  ]
}
