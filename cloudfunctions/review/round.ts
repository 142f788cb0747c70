/** The round that is due, the next one, and what the last one came to. */
import { ok } from '../../domain/result'
import type { ReviewReplies, ReviewRequest } from '../../domain/review/api'
import { dueReview, nextReview } from '../../domain/review/calendar'
import type { Day } from '../../domain/time/shanghai'
import type { Call } from '../_kit/serve'
import { calendarOf, loadSettings } from '../_kit/settings'
import { get } from '../_kit/store'
import type { Answer } from './answer'
import { countLists } from './lists'

export async function round(_: ReviewRequest<'round'>, { now }: Call): Answer<'round'> {
  const [settings, { counts }] = await Promise.all([loadSettings(), countLists(now)])
  if (!settings) {
    return ok({ now, due: null, next: null, counts, lastClosed: null })
  }
  const calendar = calendarOf(settings)
  const due = dueReview(now, calendar, settings.lastClosedRound)
  const [dueRound, lastClosed] = await Promise.all([due && get('rounds', due.day), summaryOf(settings.lastClosedRound)])
  const closing = dueRound?.state === 'closing'
  return ok({ now, due: due && { ...due, closing }, next: nextReview(now, calendar), counts, lastClosed })
}

/** Cards and messages of a closed round; null when it is not closed (before the first, no round is). */
export async function summaryOf(day: Day): Promise<ReviewReplies['round']['lastClosed']> {
  const record = await get('rounds', day)
  if (record?.closedAt == null) {
    return null
  }
  const { closedAt, approved, returned, rejected, carriedOver } = record
  return { day, closedAt, approved, returned, rejected, carriedOver }
}
