/** The application in words: where it stands, why, and the one thing to do next. */
import { sayCardNumber } from '../../../i18n/card-number'
import { sayDay, sayMoment } from '../../../i18n/dates'
import { fill } from '../../../i18n/fill'
import { type ApplicationView, type Instant, startOf } from '../../../lib/domain'
import { alumniWords } from '../../words/words'
import { type Milestone, milestonesOf, type Way } from './milestones'

/** What the bottom button does. */
export type NextAction = 'amend' | 'activate' | 'showCard' | 'register' | 'help'

export type TimelineView = {
  head: string
  text: string
  milestones: Milestone[]
  reason: { say: string; next: string; note: string } | null
  name: string
  document: string
  views: string[]
  action: { kind: NextAction; words: string } | null
  canWithdraw: boolean
  /** The card does not open the campus yet: the visitor's way is offered. */
  mayVisit: boolean
}

/** What the page shows. */
export function timelineView(way: Way): TimelineView {
  const { application, language, now } = way
  const t = alumniWords[language].timeline
  const { types } = alumniWords[language].documents
  const { form, documentMasked } = application
  const kind = actionOf(way)
  return {
    head: t.heads[application.stage],
    text: textOf(way),
    milestones: milestonesOf(way),
    reason: reasonOf(way),
    name: form.nameChinese || form.nameLatin,
    document: `${types[form.document.type].name} ${documentMasked}`,
    views: application.documentViews.map(({ at, role, why }) =>
      fill(why === 'search' ? t.lookedUp[role] : t.viewed[role], { moment: sayMoment(at, language, now) }),
    ),
    action: kind && { kind, words: t[kind] },
    canWithdraw: application.canWithdraw,
    mayVisit: application.stage !== 'withdrawn' && way.activatedAt === null,
  }
}

function textOf({ application, activatedAt, isGone, language, now }: Way): string {
  const { texts } = alumniWords[language].timeline
  const { stage, cutOff, result } = application
  const places = {
    cutOff: sayMoment(cutOff, language, now),
    number: sayCardNumber(result?.cardNumber ?? ''),
    from: result?.activatableFrom ? sayDay(result.activatableFrom, language, now) : '',
  }
  if (stage !== 'approved') {
    return fill(texts[stage], places)
  }
  if (activatedAt !== null) {
    return fill(texts.approvedActive, places)
  }
  if (isGone) {
    return fill(texts.approvedGone, places)
  }
  return fill(canActivate(application, now) ? texts.approvedReady : texts.approved, places)
}

function reasonOf({ application, language }: Way): TimelineView['reason'] {
  const { result } = application
  if (!result || result.kind === 'approve') {
    return null
  }
  const { say, next } = alumniWords[language].timeline.reasons[result.reason ?? 'other']
  return { say, next, note: result.note ?? '' }
}

function actionOf({ application, activatedAt, isGone, now }: Way): NextAction | null {
  switch (application.stage) {
    case 'returned':
      return 'amend'
    case 'rejected':
      return 'help'
    case 'withdrawn':
      return 'register'
    case 'approved':
      if (isGone) {
        return 'help'
      }
      return activatedAt !== null ? 'showCard' : canActivate(application, now) ? 'activate' : null
    default:
      return null
  }
}

function canActivate({ result }: ApplicationView, now: Instant): boolean {
  return result?.activatableFrom !== undefined && now >= startOf(result.activatableFrom)
}
