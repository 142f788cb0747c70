/** The round that is due, the next one, and what the last one came to. */
import { ok } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import { dueReview, nextReview } from '../../domain/review/calendar'
import type { Call } from '../_kit/serve'
import { calendarOf, loadSettings } from '../_kit/settings'
import { get } from '../_kit/store'
import type { Answer } from './answer'
import { countLists } from './lists'
import { progressOf } from './progress'
import { readSummary } from './round-summary'

export async function round(_: ReviewRequest<'round'>, { now }: Call): Answer<'round'> {
  const [settings, { counts }] = await Promise.all([loadSettings(), countLists(now)])
  if (!settings) {
    return ok({ now, due: null, next: null, counts, lastClosed: null })
  }
  const calendar = calendarOf(settings)
  const due = dueReview(now, calendar, settings.lastClosedRound)
  const [dueRound, lastClosed] = await Promise.all([
    due && get('rounds', due.day),
    readSummary(settings.lastClosedRound),
  ])
  const closing = dueRound?.state === 'closing'
  const progress = closing ? await progressOf(dueRound) : null
  return ok({ now, due: due && { ...due, closing, progress }, next: nextReview(now, calendar), counts, lastClosed })
}
