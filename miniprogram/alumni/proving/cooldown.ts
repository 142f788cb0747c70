/** How soon another code may be asked for: every asking counts as an attempt of the day (domain/activation/rules.ts). */
import type { Instant } from '../../lib/domain'

export const COOLDOWN_MS = 60_000

/** Whole seconds until the next code may be sent, 0 when it may. */
export function secondsToWait(sentAt: Instant | null, now: Instant): number {
  return sentAt === null ? 0 : Math.max(Math.ceil((sentAt + COOLDOWN_MS - now) / 1000), 0)
}
