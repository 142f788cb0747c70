/** What the scanner switches on when its page opens, and off when it closes. */
import { watchNetwork } from '../../../services/network'
import type { Duty, Occasion } from '../../duty'
import { stockUp } from '../../random'
import { prepareSounds, releaseSounds } from '../../sound'
import { UPKEEP_EVERY_MS } from '../../upkeep'

// The page is painted first, then the way of a code is walked once without one.
const WARM_AFTER_MS = 300

/**
 * Prepares sounds, random bytes and keys, and keeps an eye on the network.
 * @param tidy runs the upkeep: by the clock, and for a fresh list whenever the network comes back
 * @returns switches everything off again
 */
export function begin(
  duty: Duty,
  tidy: (occasion: Occasion) => void,
  tellNetwork: (online: boolean) => void,
): () => void {
  prepareSounds()
  void stockUp()
  const warming = setTimeout(() => duty.session.warm(), WARM_AFTER_MS)
  const clock = setInterval(() => tidy('clock'), UPKEEP_EVERY_MS)
  const deaf = watchNetwork((online) => {
    tellNetwork(online)
    tidy('list')
  })
  return () => {
    clearTimeout(warming)
    duty.session.close()
    clearInterval(clock)
    deaf()
    releaseSounds()
  }
}
