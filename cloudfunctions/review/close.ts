/**
 * Closing a round: every decided application is settled, undecided ones are carried over after asking, then
 * registration opens again. A person starts it; from then on every call of a person and every tick of the timer goes on
 * with it, so it ends without the phone that began it. Stopped anywhere and called again, it ends with one card and one
 * message for everybody (product "Review").
 */
import { ok, refuse } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import { dueReview, nextReview, type Review } from '../../domain/review/calendar'
import { callFunction } from '../_kit/cloudbase'
import { stopwatch } from '../_kit/lanes'
import type { SettingsRecord } from '../_kit/records/office'
import type { Call } from '../_kit/serve'
import { calendarOf, loadSettings } from '../_kit/settings'
import { count, get } from '../_kit/store'
import type { Answer } from './answer'
import { DECIDED, dueWith, settleDue } from './closing-work'
import { finishRound } from './finish-round'
import { readSummary } from './round-summary'
import { startClosing } from './start-closing'

/** How long a person's call works, milliseconds: phones wait, and what is left is done by the timer in any case. */
const CALL_TIME = 8_000
/** How long closing waits to hear that the messages are leaving; the timer sends them in any case. */
const DISPATCH_WAIT_MS = 3_000

export async function close({ round, carryOver }: ReviewRequest<'close'>, call: Call): Answer<'close'> {
  const isOver = stopwatch(CALL_TIME)
  const settings = await loadSettings()
  if (!settings) {
    return refuse('round_not_due')
  }
  const summary = round === settings.lastClosedRound ? await readSummary(round) : null
  if (summary) {
    return ok({ done: true, handled: 0, left: 0, summary })
  }
  const due = dueReview(call.now, calendarOf(settings), settings.lastClosedRound)
  if (due?.day !== round) {
    return refuse('round_not_due')
  }
  // What was agreed to when it was started holds to the end.
  const agreed = carryOver || ((await get('rounds', round))?.carryOver ?? false)
  const undecided = agreed ? 0 : await count('applications', dueWith(due, ['undecided']))
  if (undecided > 0) {
    return refuse('undecided_remain', { count: undecided })
  }
  await startClosing(due, carryOver, call)
  const worked = await goOn(due, settings, call, isOver)
  if (worked.undecided > 0) {
    return refuse('undecided_remain', { count: worked.undecided }) // a decision was undone meanwhile
  }
  const { handled, left } = worked
  return ok({ done: left === 0, handled, left, summary: left === 0 ? await readSummary(round) : null })
}

/** How far a call has come. `undecided`: what the round cannot be finished without asking about. */
type Worked = { handled: number; left: number; undecided: number }

/** Goes on with a closing that was started, and finishes it when nothing is left. */
export async function goOn(due: Review, settings: SettingsRecord, call: Call, isOver: () => boolean): Promise<Worked> {
  const next = nextReview(call.now, calendarOf(settings))
  const carryOver = (await get('rounds', due.day))?.carryOver ?? false
  // With no review planned there is nowhere to go: undecided ones stay where they are, due with whatever review comes.
  const carrying = carryOver && next !== null
  const mine = dueWith(due, carrying ? [...DECIDED, 'undecided'] : DECIDED)
  const { validityYears } = settings
  const closing = { round: due, next: next ?? due, carrying, validityYears, now: call.now }
  const handled = (await settleDue(mine, closing, isOver)) ?? 0
  const [left, undecided] = await Promise.all([
    count('applications', mine),
    carryOver ? 0 : count('applications', dueWith(due, ['undecided'])),
  ])
  if (left === 0 && undecided === 0) {
    await finishRound(due.day, call.now)
    await callFunction('notifications', { action: 'dispatch' }, DISPATCH_WAIT_MS).catch(() => undefined)
  }
  return { handled, left, undecided }
}
