/** What the scanner switches on when its page opens, and off when it closes. */
import type { Duty } from '../../duty'
import { watchNetwork } from '../../network'
import { stockUp } from '../../random'
import { prepareSounds, releaseSounds } from '../../sound'
import { UPKEEP_EVERY_MS } from '../../upkeep'

// The page is painted first, then the tables of the keys are built.
const WARM_AFTER_MS = 300

/**
 * Prepares sounds, random bytes and keys, and keeps an eye on the network.
 * @param tidy runs the upkeep: by the clock, and whenever the network changes
 * @returns switches everything off again
 */
export function begin(duty: Duty, tidy: () => void, tellNetwork: (online: boolean) => void): () => void {
  prepareSounds()
  void stockUp()
  const warming = setTimeout(() => duty.warm(), WARM_AFTER_MS)
  const clock = setInterval(tidy, UPKEEP_EVERY_MS)
  const deaf = watchNetwork((online) => {
    tellNetwork(online)
    tidy()
  })
  return () => {
    clearTimeout(warming)
    clearInterval(clock)
    deaf()
    releaseSounds()
  }
}
