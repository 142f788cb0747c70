/** The timer of the review, every minute. */
import type { Call } from '../_kit/serve'
import { matchPending } from './match-pending'
import { openRound } from './open-round'

export async function tick(call: Call): Promise<void> {
  await openRound(call)
  await matchPending()
}
