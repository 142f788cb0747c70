/** After the archive changed, what it says about waiting applications has to be looked up again. */
import { randomId } from './random'
import { updateWhere } from './store'

/**
 * Asks for it; the review function's timer does the work (review/match-pending.ts). Asking is one request, and safe to
 * repeat.
 * @returns how many applications wait for it
 */
export function askForMatches(): Promise<number> {
  return updateWhere('applications', { status: 'submitted' }, { match: 'pending', matchAsked: randomId() })
}
