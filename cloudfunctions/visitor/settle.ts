/**
 * What the timer does at night: what became of visits whose day is over, from the scans, and forgetting those of long ago. A
 * mark accuses nobody; staff see it.
 */
import { admits, type VerdictCode } from '../../domain/pass'
import { addDays, type Day, type Instant, startOf } from '../../domain/time/shanghai'
import { keptFrom, outcomeOf, settledBefore, type VisitOutcome } from '../../domain/visitor/rules'
import { below, between, oneOf } from '../_kit/conditions'
import { stopwatch } from '../_kit/lanes'
import type { Call } from '../_kit/serve'
import { find, removeWhere, type Stored, updateWhere } from '../_kit/store'
import { monthOf } from './keys'

const PAGE = 100
const SETTLED: readonly VisitOutcome[] = ['came', 'no_show', 'none']
/** Scans of one visitor on one day that are looked at. */
const MOST_SCANS = 1000

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

async function settleOne({ _id, state, serial, day }: Stored<'visits'>): Promise<void> {
  const entered = state === 'approved' && serial !== null && (await wasLetIn(serial, day))
  await updateWhere('visits', { _id, outcome: 'open' }, { outcome: outcomeOf(state, entered) })
}

async function wasLetIn(serial: number, day: Day): Promise<boolean> {
  const last: Instant = startOf(addDays(day, 1)) - 1
  const scans = await find('scans', { serial, at: between(startOf(day), last) }, { order: 'at', limit: MOST_SCANS })
  return scans.some(({ verdict }) => admits(verdict as VerdictCode))
}
