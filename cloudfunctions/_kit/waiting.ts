/**
 * Applications that wait for the next review. When the calendar changes they move to the review that is next now, so
 * that nobody is promised a Thursday that has become a holiday. The timer does the same again, for a change whose
 * second half was lost and for a form that was handed in in the same moment.
 */
import { nextReview, type ReviewCalendar } from '../../domain/review/calendar'
import type { Instant } from '../../domain/time/shanghai'
import { above, laterExcept, type Where } from './conditions'
import { count, updateWhere } from './store'

/** Waiting for another review than the next. */
const waitingElsewhere = (now: Instant, cutOff: Instant): Where<'applications'> => ({
  status: 'submitted',
  verdict: 'undecided',
  reviewFrom: laterExcept(now, cutOff),
})

/** Moves them to the next review; with none planned they stay where they are. @returns how many moved */
export async function alignWaiting(calendar: ReviewCalendar, now: Instant): Promise<number> {
  const next = nextReview(now, calendar)
  if (!next) {
    return 0
  }
  return updateWhere('applications', waitingElsewhere(now, next.cutOff), { round: next.day, reviewFrom: next.cutOff })
}

/** How many would move to this review; with none, how many wait at all. */
export function countMoving(next: { cutOff: Instant } | null, now: Instant): Promise<number> {
  const waiting = { status: 'submitted', verdict: 'undecided', reviewFrom: above(now) } as const
  return count('applications', next ? waitingElsewhere(now, next.cutOff) : waiting)
}
