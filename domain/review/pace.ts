/** How long a closing still takes, from how fast it went while somebody watched. */
import type { Instant } from '../time/shanghai'

/** How many were done at an instant. */
export type Sample = { at: Instant; done: number }

/** The pace is that of this last while, so that a pause before it does not count for ever. */
const WINDOW_MS = 60_000
/** Shorter than this says nothing about the pace. */
const LEAST_MS = 2_000

/**
 * Seconds until everything is done, or null while nobody can tell.
 * @param samples oldest first
 */
export function secondsLeft(samples: readonly Sample[], total: number): number | null {
  const last = samples[samples.length - 1]
  const first = samples.find(({ at }) => last && at >= last.at - WINDOW_MS)
  if (!last || !first || last.at - first.at < LEAST_MS || last.done <= first.done) {
    return null
  }
  const perSecond = ((last.done - first.done) * 1000) / (last.at - first.at)
  return Math.max(1, Math.ceil((total - last.done) / perSecond))
}
