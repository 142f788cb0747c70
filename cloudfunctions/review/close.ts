/**
 * Closing a round: every decided application is settled, undecided ones are carried over after asking, then registration
 * opens again. A call works for a while and says what is left; stopped anywhere and called again, by one or by several
 * people, it ends with one card and one message for everybody (product "Review").
 */
import { ok, refuse } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import { dueReview, nextReview, type Review } from '../../domain/review/calendar'
import { callFunction } from '../_kit/cloudbase'
import { atMost, oneOf, type Where } from '../_kit/conditions'
import { inLanes, stopwatch } from '../_kit/lanes'
import { logFailure } from '../_kit/log'
import type { Call } from '../_kit/serve'
import { calendarOf, loadSettings } from '../_kit/settings'
import { count, find, updateWhere } from '../_kit/store'
import type { Answer } from './answer'
import { CardNumbers } from './card-numbers'
import { finishRound } from './finish-round'
import { insertRound, newRound } from './open-round'
import { summaryOf } from './round'
import { type Closing, settleApplication } from './settle-application'

const BATCH = 100
/** Applications settled at the same time. */
const LANES = 5
/** How long closing waits to hear that the messages are leaving; the timer sends them in any case. */
const DISPATCH_WAIT_MS = 3_000

const DECIDED = ['approve', 'return', 'reject'] as const

export async function close({ round, carryOver }: ReviewRequest<'close'>, call: Call): Answer<'close'> {
  const { now } = call
  const isOver = stopwatch()
  const settings = await loadSettings()
  if (!settings) {
    return refuse('round_not_due')
  }
  const summary = round === settings.lastClosedRound ? await summaryOf(round) : null
  if (summary) {
    return ok({ done: true, handled: 0, left: 0, summary })
  }
  const calendar = calendarOf(settings)
  const due = dueReview(now, calendar, settings.lastClosedRound)
  if (due?.day !== round) {
    return refuse('round_not_due')
  }
  const next = nextReview(now, calendar)
  // With no review planned there is nowhere to go: undecided ones stay where they are, due with whatever review comes.
  const carrying = carryOver && next !== null
  const undecided = carryOver ? 0 : await count('applications', dueWith(due, ['undecided']))
  if (undecided > 0) {
    return refuse('undecided_remain', { count: undecided })
  }
  await markClosing(due, call)
  const closing = {
    round: due,
    next: next ?? due,
    validityYears: settings.validityYears,
    now,
    numbers: new CardNumbers(),
  }
  const handled = await settleAll(dueWith(due, carrying ? [...DECIDED, 'undecided'] : DECIDED), closing, isOver)
  return finish(due, { carryOver, carrying, handled }, call)
}

function dueWith({ cutOff }: Review, verdicts: readonly string[]): Where<'applications'> {
  return { status: 'submitted', verdict: oneOf(verdicts), reviewFrom: atMost(cutOff) }
}

async function markClosing({ day, cutOff }: Review, { now }: Call) {
  const isNew = await insertRound(day, { ...newRound, cutOff, openedAt: now, state: 'closing' })
  if (!isNew) {
    await updateWhere('rounds', { _id: day, state: 'open' }, { state: 'closing' })
  }
}

/** @returns how many were settled */
async function settleAll(where: Where<'applications'>, closing: Closing, isOver: () => boolean): Promise<number> {
  let handled = 0
  let failed = 0
  while (!isOver()) {
    const batch = await find('applications', where, { limit: BATCH })
    await closing.numbers.reserve(batch.filter(({ verdict }) => verdict === 'approve').length)
    const before = failed
    const tried = await inLanes(batch, LANES, isOver, async (application) => {
      try {
        await settleApplication(application, closing)
      } catch (error) {
        // One application that cannot be settled must not keep everybody else waiting; it stays in `left`.
        failed += 1
        logFailure('close', error)
      }
    })
    const settled = tried - (failed - before)
    handled += settled
    if (settled === 0) {
      break
    }
  }
  return handled
}

async function finish(
  due: Review,
  { carryOver, carrying, handled }: { carryOver: boolean; carrying: boolean; handled: number },
  call: Call,
): Answer<'close'> {
  const [decided, undecided] = await Promise.all([
    count('applications', dueWith(due, DECIDED)),
    count('applications', dueWith(due, ['undecided'])),
  ])
  if (!carryOver && undecided > 0) {
    return refuse('undecided_remain', { count: undecided }) // a decision was undone meanwhile
  }
  const left = carrying ? decided + undecided : decided
  if (left > 0) {
    return ok({ done: false, handled, left, summary: null })
  }
  await finishRound(due.day, call)
  await callFunction('notifications', { action: 'dispatch' }, DISPATCH_WAIT_MS).catch(() => undefined)
  return ok({ done: true, handled, left: 0, summary: await summaryOf(due.day) })
}
