/** What the timer does at night: what became of visits whose day is over, from the scans. A mark accuses nobody; staff see it. */
import { admits, type VerdictCode } from '../../domain/pass'
import { addDays, type Day, type Instant, startOf } from '../../domain/time/shanghai'
import { outcomeOf, settledBefore } from '../../domain/visitor/rules'
import { below, between } from '../_kit/conditions'
import { stopwatch } from '../_kit/lanes'
import type { Call } from '../_kit/serve'
import { find, type Stored, updateWhere } from '../_kit/store'

const PAGE = 100
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
