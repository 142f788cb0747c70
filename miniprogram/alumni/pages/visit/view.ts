/** Visits in words, and what can be chosen for the next one. */
import { sayDay } from '../../../i18n/dates'
import { fill } from '../../../i18n/fill'
import {
  type Instant,
  type Language,
  type Point,
  timeOf,
  type VisitorReplies,
  type VisitView,
  visitReasons,
  visitWindow,
} from '../../../lib/domain'
import { alumniWords } from '../../words/words'

export type VisitLine = {
  id: string
  day: string
  where: string
  state: string
  tone: 'good' | 'warn' | 'bad' | ''
  note: string
  mayShow: boolean
  canCancel: boolean
  cancelLabel: string
}

/** What somebody has chosen so far. */
export type VisitDraft = { day: string; point: string; reason: string; note: string }

export type Choice = { id: string; name: string }

const TONES = { waiting: 'warn', approved: 'good', refused: 'bad', cancelled: '' } as const

/** The visits of a person; those that they cancelled are not worth a line. */
export function visitLines(visits: readonly VisitView[], gates: readonly Point[], language: Language, now: Instant) {
  const t = alumniWords[language].visit
  const line = (visit: VisitView): VisitLine => {
    const day = sayDay(visit.day, language, now)
    const gate = gates.find(({ id }) => id === visit.point)?.name[language] ?? ''
    return {
      id: visit.id,
      day,
      where: `${gate} · ${visit.reason === 'other' ? visit.note : t.reasons[visit.reason]}`,
      state: t.states[visit.state],
      tone: TONES[visit.state],
      note: noteOf(visit, language),
      mayShow: visit.state === 'approved',
      canCancel: visit.canCancel,
      cancelLabel: fill(t.cancelOf, { day }),
    }
  }
  return visits.filter(({ state }) => state !== 'cancelled').map(line)
}

function noteOf({ state, refusal, leaveBy }: VisitView, language: Language): string {
  const t = alumniWords[language].visit
  if (state === 'waiting') {
    return t.waitingText
  }
  if (leaveBy) {
    return fill(t.leaveBy, { time: timeOf(leaveBy) })
  }
  return refusal ? [t.refusals[refusal.reason], refusal.note].filter((text) => text !== '').join(' ') : ''
}

/** Gates, reasons and the first and last day. */
export function choicesOf(
  { gates, daysAhead }: Pick<VisitorReplies['mine'], 'gates' | 'daysAhead'>,
  point: string,
  language: Language,
  now: Instant,
) {
  const { reasons } = alumniWords[language].visit
  const { from, to } = visitWindow(
    now,
    daysAhead,
    gates.find(({ id }) => id === point),
  )
  return {
    from,
    to,
    gates: gates.map(({ id, name }): Choice => ({ id, name: name[language] })),
    reasons: visitReasons.map((id): Choice => ({ id, name: reasons[id] })),
  }
}

/** The first thing that is missing, or null. */
export function missingOf({ day, point, reason, note }: VisitDraft): 'day' | 'point' | 'reason' | 'note' | null {
  if (day === '') {
    return 'day'
  }
  if (point === '') {
    return 'point'
  }
  if (reason === '') {
    return 'reason'
  }
  return reason === 'other' && note.trim() === '' ? 'note' : null
}
