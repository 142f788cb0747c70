/**
 * What the timer does at night: what became of visits whose day is over, from the scans, and forgetting those of long ago. A
 * mark accuses nobody; staff see it.
 */
import { addDays, type Day, startOf } from '../../domain/time/shanghai'
import { outcomeOf, tracesOf, type VisitTraces } from '../../domain/visitor/leaving'
import { keptFrom, settledBefore, type VisitOutcome } from '../../domain/visitor/rules'
import { below, between, oneOf } from '../_kit/conditions'
import { stopwatch } from '../_kit/lanes'
import type { Call } from '../_kit/serve'
import { find, removeWhere, type Stored, updateWhere } from '../_kit/store'
import { monthOf } from '../_kit/visit-month'

const PAGE = 100
const SETTLED: readonly VisitOutcome[] = ['came', 'overstayed', 'no_show', 'none']
/** Scans of one visitor that are looked at. */
const MOST_SCANS = 1000
const NO_TRACES: VisitTraces = { entries: [], exits: [] }

export async function settle({ now }: Pick<Call, 'now'>): Promise<void> {
  const isOver = stopwatch()
  let page: Stored<'visits'>[]
  do {
    page = await find('visits', { outcome: 'open', day: below(settledBefore(now)) }, { order: 'day', limit: PAGE })
    for (const visit of page) {
      await settleOne(visit)
    }
  } while (page.length === PAGE && !isOver())
  await forget(keptFrom(now))
}

async function forget(before: Day): Promise<void> {
  await removeWhere('visits', { outcome: oneOf(SETTLED), day: below(before) })
  await removeWhere('visitMonths', { month: below(monthOf(before)) })
}

async function settleOne({ _id, state, serial, day, leaveBy = null }: Stored<'visits'>): Promise<void> {
  const traces = state === 'approved' && serial !== null ? await tracesFor(serial, day) : NO_TRACES
  await updateWhere('visits', { _id, outcome: 'open' }, { outcome: outcomeOf(state, traces, leaveBy) })
}

// A gate that closes after midnight sees its visitors leave on the next day.
async function tracesFor(serial: number, day: Day): Promise<VisitTraces> {
  const at = between(startOf(day), startOf(addDays(day, 2)) - 1)
  return tracesOf(await find('scans', { serial, at }, { order: 'at', limit: MOST_SCANS }))
}
