/** The timer of the review, every minute. Both works share one call's time. */
import { stopwatch } from '../_kit/lanes'
import type { Call } from '../_kit/serve'
import { matchPending } from './match-pending'
import { tendRounds } from './tend-rounds'

export async function tick(call: Call): Promise<void> {
  const isOver = stopwatch()
  await tendRounds(call, isOver)
  await matchPending(isOver)
}
