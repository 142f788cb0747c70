/**
 * Holds: whoever takes an application to read it holds it for some minutes, so that two reviewers never meet. Held ones are
 * passed over by everybody else's "next" and cannot be decided by others; a hold that was not renewed lapses by the clock
 * alone, so a phone that died keeps nobody waiting. Source: product "Review".
 */
import type { Instant } from '../time/shanghai'

/** Policy: how long a hold lasts without being renewed, milliseconds. */
export const HOLD_LASTS = 5 * 60_000

/** Who holds an application; `by` is an OPENID and never leaves the staff side. */
export type Hold = { by: string; name: string; until: Instant }

/** In nobody's hands. Never null: the store compares `hold.until` in the same step in which it takes one. */
export const noHold: Hold = { by: '', name: '', until: 0 }

/** The hold of a reviewer who takes an application or renews it now. */
export function holdOf(reviewer: { by: string; name: string }, now: Instant): Hold {
  return { by: reviewer.by, name: reviewer.name, until: now + HOLD_LASTS }
}

/** True when somebody else has it in hand. */
export function isHeldByOther(hold: Hold, reviewer: string, now: Instant): boolean {
  return hold.until > now && hold.by !== reviewer
}

/** A hold as its colleagues see it; null when it is in nobody's hands. */
export type HoldView = { mine: boolean; name: string; until: Instant }

/** @param reviewer OPENID of who asks */
export function holdView(hold: Hold, reviewer: string, now: Instant): HoldView | null {
  return hold.until > now ? { mine: hold.by === reviewer, name: hold.name, until: hold.until } : null
}
