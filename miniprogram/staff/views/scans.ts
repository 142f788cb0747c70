/** Scans as staff read them beside a card or a mark: when, where, what the guard saw. */
import { sayDate } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import {
  dayOf,
  type Instant,
  isAdmission,
  type Language,
  type ScanView,
  timeOf,
  university,
  type VerdictCode,
} from '../../lib/domain'
import { words } from '../words'

/** The name of a point; an id that is no longer known stands for itself. */
export function pointName(id: string, language: Language): string {
  return university.points.find((point) => point.id === id)?.name[language] ?? id
}

/** One line per scan. The day is named where it is not that of `now`. */
export function scanLines(scans: readonly ScanView[], language: Language, now: Instant) {
  return scans.map((scan, id) => ({
    id,
    time:
      dayOf(scan.at) === dayOf(now)
        ? timeOf(scan.at)
        : `${sayDate(dayOf(scan.at), language, false)} ${timeOf(scan.at)}`,
    point: pointName(scan.point, language),
    verdict: scan.how === 'leaving' ? words[language].scans.leaving : verdictName(scan.verdict, language),
    tone: scan.how === 'leaving' ? 'plain' : isAdmission(scan.verdict) ? 'approve' : 'reject',
    notes: scanNotes(scan, language),
  }))
}

export type ScanLine = ReturnType<typeof scanLines>[number]

function scanNotes({ how, companions, online }: ScanView, language: Language): string {
  const { scans } = words[language]
  const notes = [
    how === 'look_up' ? scans.lookUp : '',
    companions > 0 ? fill(scans.companions, { count: companions }) : '',
    online ? '' : scans.offline,
  ]
  return notes.filter(Boolean).join(' · ')
}

function verdictName(verdict: string, language: Language): string {
  const { verdicts } = words[language]
  return verdict in verdicts ? verdicts[verdict as VerdictCode] : verdict
}
