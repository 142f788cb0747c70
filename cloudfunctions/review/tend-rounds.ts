/**
 * The timer, every minute: notes that a round was opened, moves those who wait to the review that the calendar says,
 * and goes on with a closing that somebody started. Nothing depends on a single tick: one that is late, doubled or
 * missing does no harm (docs/decisions/0005, 0010).
 */
import { dueReview } from '../../domain/review/calendar'
import type { Call } from '../_kit/serve'
import { calendarOf, loadSettings } from '../_kit/settings'
import { get } from '../_kit/store'
import { alignWaiting } from '../_kit/waiting'
import { goOn } from './close'
import { openRound } from './open-round'

export async function tendRounds(call: Call, isOver: () => boolean): Promise<void> {
  const settings = await loadSettings()
  if (!settings) {
    return
  }
  const calendar = calendarOf(settings)
  const due = dueReview(call.now, calendar, settings.lastClosedRound)
  if (due) {
    await openRound(due, call.now)
  }
  await alignWaiting(calendar, call.now)
  if (due && (await get('rounds', due.day))?.state === 'closing') {
    await goOn(due, settings, call, isOver)
  }
}
