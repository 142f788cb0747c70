/**
 * Time as the pass counts it: steps of ten seconds since 1970. A code is taken from one step before its own (a phone a
 * little fast) to two after it (a slow phone, or a slow hand), so a copy dies within about thirty seconds.
 */
import type { Instant } from '../time/shanghai'

export const STEP_MS = 10_000
/** How many steps ahead of the gate a code may be. */
export const STEPS_AHEAD = 1
/** How many steps behind the gate a code may be. */
export const STEPS_BEHIND = 2

/** The step of an instant. */
export function stepOf(now: Instant): number {
  return Math.floor(now / STEP_MS)
}

/** Milliseconds until the next step, for the visible countdown: 1 to 10,000. */
export function stepEndsIn(now: Instant): number {
  return STEP_MS - (((now % STEP_MS) + STEP_MS) % STEP_MS)
}

/** How far the phone is from the gate: seconds, positive when the phone's clock is fast; a multiple of ten. */
export function driftSeconds(step: number, now: Instant): number {
  return ((step - stepOf(now)) * STEP_MS) / 1000
}

/** True when a code of this step may be taken now. */
export function isInWindow(step: number, now: Instant): boolean {
  const ahead = step - stepOf(now)
  return ahead <= STEPS_AHEAD && ahead >= -STEPS_BEHIND
}
