/** The queue in words: the state of the round on top, the filters with their counts, one row per application. */
import { sayDay, sayMoment } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import { dayOf, type Instant, type Language, type QueueItem, type RoundView, timeOf } from '../../lib/domain'
import { words } from '../words'
import { shortDay } from './short-day'
import { sayYears } from './study'

type Counts = RoundView['counts']

/** What the button at the bottom does: read applications, or close the round; null when neither is due. */
export type MainAction = 'start' | 'resume' | 'close' | 'closeResume' | null

/** The panel on top. `percent` is null while nothing is due. */
export function roundPanel(round: RoundView, language: Language, now: Instant) {
  const { queue } = words[language]
  const { due, counts } = round
  if (!due) {
    return { ...openPanel(round, language, now), percent: null, canClose: false }
  }
  const decided = decidedOf(counts)
  const total = decided + counts.undecided
  const progress = fill(queue.progress, { decided, total })
  return {
    head: fill(queue.due, { day: sayDay(due.day, language, now) }),
    text: due.closing ? queue.closing : fill(queue.dueCutOff, { moment: sayMoment(due.cutOff, language, now) }),
    progress: counts.undecided === 0 && !due.closing ? queue.allDecided : progress,
    percent: total === 0 ? 100 : Math.round((decided / total) * 100),
    canClose: true,
  }
}

function openPanel({ next, counts }: RoundView, language: Language, now: Instant) {
  const { queue } = words[language]
  if (!next) {
    return { head: queue.openNone, text: '', progress: '' }
  }
  return {
    head: fill(queue.open, { moment: sayMoment(next.cutOff, language, now) }),
    text: fill(queue.openNext, { day: sayDay(next.day, language, now) }),
    progress: counts.waiting > 0 ? fill(queue.waiting, { count: counts.waiting }) : '',
  }
}

/** The one thing to do next. */
export function mainAction({ due, counts }: RoundView): MainAction {
  if (!due) {
    return null
  }
  if (due.closing) {
    return 'closeResume'
  }
  if (counts.undecided === 0) {
    return 'close'
  }
  return decidedOf(counts) === 0 ? 'start' : 'resume'
}

/** What the round before came to, or ''. */
export function lastClosedLine({ lastClosed }: RoundView, language: Language, now: Instant): string {
  if (!lastClosed) {
    return ''
  }
  const { day, approved, returned, rejected } = lastClosed
  return fill(words[language].queue.lastClosed, { day: sayDay(day, language, now), approved, returned, rejected })
}

/** One row. */
export function rowView(item: QueueItem, language: Language, now: Instant) {
  const { documentTypes, degrees, decisions, application, queue, search } = words[language]
  const { study, decision, hold, paper, returnedBefore } = item
  // Nearly everybody has a resident ID; only the others are named.
  const isForeign = item.documentType !== 'resident_id'
  const isToday = dayOf(item.submittedAt) === dayOf(now)
  return {
    id: item.id,
    name: item.name,
    document: isForeign ? `${documentTypes[item.documentType]} ${item.documentMasked}` : item.documentMasked,
    // The narrow line cuts its end: what tells people apart comes first.
    study: [`${degrees[study.degree]} ${sayYears(study, language)}`, study.major, study.school].join(' · '),
    time: isToday ? timeOf(item.submittedAt) : shortDay(dayOf(item.submittedAt), language, now),
    decision: decision ?? '',
    decisionName: decision ? decisions[decision] : '',
    paper: paper ? (paper.own ? queue.paperOwn : queue.paper) : '',
    returned: returnedBefore > 0 ? fill(application.returnedBefore, { count: returnedBefore }) : '',
    isMine: hold?.mine === true,
    held: hold ? (hold.mine ? search.held.mine : fill(search.held.other, { name: hold.name })) : '',
    stage: search.stages[item.stage],
  }
}

export type RowView = ReturnType<typeof rowView>

/** How many of the round are decided. */
export function decidedOf(counts: Counts): number {
  return counts.approve + counts.return + counts.reject
}
