/**
 * What the timer does every five minutes: the audit log's chain, figures for the dashboard, exports that go on or whose
 * hour is over.
 */
import { atMost } from '../_kit/conditions'
import { stopwatch } from '../_kit/lanes'
import { logFailure } from '../_kit/log'
import type { Call } from '../_kit/serve'
import { find } from '../_kit/store'
import { countFigures } from './count-figures'
import { removeOutlived } from './export-removal'
import { workOn } from './export-work'
import { sealAudit } from './seal-audit'

/** Each job has its share of a call's life, so that none starves the others. */
const SEALING_TIME = 10_000
const COUNTING_TIME = 15_000
const EXPORT_TIME = 15_000
const MOST = 10

export async function tend({ now }: Call): Promise<void> {
  await each([
    () => sealAudit(stopwatch(SEALING_TIME)),
    () => removeOutlived(now),
    () => countFigures(now, stopwatch(COUNTING_TIME)),
    () => goOn(now),
  ])
}

async function goOn(now: number): Promise<void> {
  const isOver = stopwatch(EXPORT_TIME)
  const running = await find('exports', { state: 'running', leaseUntil: atMost(now) }, { order: 'until', limit: MOST })
  await each(
    running.map(
      ({ _id }) =>
        () =>
          isOver() ? Promise.resolve() : workOn(_id, now, isOver),
    ),
  )
}

// One job that fails must not keep the others from being done; the next run tries it again.
async function each(jobs: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const job of jobs) {
    try {
      await job()
    } catch (error) {
      logFailure('tend', error)
    }
  }
}
