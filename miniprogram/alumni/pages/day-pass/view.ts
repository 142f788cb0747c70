/** The day pass in words, and whether it can be shown now: decided on the phone alone, with and without a network. */
import { sayDate, sayDay, sayWeekday } from '../../../i18n/dates'
import { fill } from '../../../i18n/fill'
import { dayOf, type Instant, type Language, timeOf, university, type VisitView, weekdayOf } from '../../../lib/domain'
import { alumniWords } from '../../words/words'

/** Why there is no code. `ended`: cancelled or refused; `moved`: bound to another phone; `gone`: no such visit. */
export type PassBlocked = 'early' | 'over' | 'moved' | 'ended' | 'gone'

export type PassView = {
  day: string
  weekday: string
  name: string
  last4: string
  gate: string
  /** Until when to leave; '' where nobody asks. */
  leave: string
  blocked: { why: PassBlocked; head: string; text: string; action: string } | null
}

/** The reason why a visit shows no code, or null when it does. */
export function passBlockedBy(visit: VisitView | null, now: Instant): PassBlocked | null {
  if (!visit) {
    return 'gone'
  }
  if (visit.state !== 'approved') {
    return 'ended'
  }
  const today = dayOf(now)
  if (visit.day < today) {
    return 'over'
  }
  if (!visit.pass) {
    return 'moved'
  }
  return visit.day > today ? 'early' : null
}

/** What the page shows of a visit. */
export function passView(visit: VisitView | null, language: Language, now: Instant): PassView {
  const t = alumniWords[language].dayPass
  const why = passBlockedBy(visit, now)
  const day = visit ? sayDay(visit.day, language, now) : ''
  const gate = university.points.find(({ id }) => id === visit?.point)?.name[language] ?? ''
  return {
    day: visit ? sayDate(visit.day, language, false) : '',
    weekday: visit ? sayWeekday(weekdayOf(visit.day), language) : '',
    name: visit?.maskedName ?? '',
    last4: fill(t.last4, { last4: visit?.last4 ?? '' }),
    gate: fill(t.gate, { gate }),
    leave: visit?.leaveBy ? fill(t.leave, { time: timeOf(visit.leaveBy) }) : '',
    blocked: why && {
      why,
      head: t.blocked[why].head,
      text: fill(t.blocked[why].text, { day }),
      action: t.blocked[why].action,
    },
  }
}
