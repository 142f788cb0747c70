/** Visits in words, as staff decide about them. */
import { sayDay } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import { type Instant, type Language, type StaffVisit, visitRefusalReasons } from '../../lib/domain'
import type { ReasonQuestion } from '../components/reason-sheet/reason-sheet'
import { words } from '../words'
import { pointName } from './scans'

/** One visit. */
export function visitorRow(visit: StaffVisit, language: Language, now: Instant) {
  const t = words[language].visitors
  const { came, noShows, overstays, outcome, decidedBy, state } = visit
  const marks = [
    came > 0 ? fill(t.came, { count: came }) : '',
    noShows > 0 ? fill(t.noShows, { count: noShows }) : '',
    overstays > 0 ? fill(t.overstays, { count: overstays }) : '',
    state === 'approved' ? (decidedBy === '' ? t.byRule : fill(t.decidedBy, { name: decidedBy })) : '',
  ]
  return {
    id: visit.id,
    person: `${visit.maskedName} ${visit.last4}`,
    where: fill(t.where, { day: sayDay(visit.day, language, now), gate: pointName(visit.point, language) }),
    reason: visit.reason === 'other' ? visit.note : t.reasons[visit.reason],
    marks: marks.filter((text) => text !== '').join(' · '),
    isWarned: noShows + overstays > 0,
    outcome: outcome === 'no_show' || outcome === 'overstayed' ? t.outcomes[outcome] : '',
    isOver: outcome !== 'open',
    isWaiting: state === 'waiting',
    source: visit.cardNumber === null ? t.application : t.card,
    address:
      visit.cardNumber === null
        ? `/staff/pages/application/application?id=${visit.application}`
        : `/staff/pages/card/card?number=${visit.cardNumber}`,
  }
}

export type VisitorRow = ReturnType<typeof visitorRow>

/** Why a visit is refused, or taken back. */
export function visitQuestion({ id, state }: Pick<StaffVisit, 'id' | 'state'>, language: Language): ReasonQuestion {
  const t = words[language].visitors
  return {
    id,
    head: state === 'waiting' ? t.refuseHead : t.takeBackHead,
    hint: t.refuseHint,
    reasons: visitRefusalReasons.map((reason) => ({ id: reason, name: t.refusals[reason] })),
    notePlaceholder: t.notePlaceholder,
    confirm: t.confirm,
    danger: state !== 'waiting',
  }
}
