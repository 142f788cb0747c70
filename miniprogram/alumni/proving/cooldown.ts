/** How soon another code may be asked for: every asking counts as an attempt of the day (domain/activation/rules.ts). */
import type { Instant } from '../../lib/domain'
import { now } from '../../services/clock'

export const COOLDOWN_MS = 60_000

const SECOND = 1000

/** Whole seconds until the next code may be sent, 0 when it may. */
export function secondsToWait(sentAt: Instant | null, now: Instant): number {
  return sentAt === null ? 0 : Math.max(Math.ceil((sentAt + COOLDOWN_MS - now) / SECOND), 0)
}

/** The wait after a code was sent, told second by second. */
export class Cooldown {
  private sentAt: Instant | null = null
  private timer = 0

  /** @param tell is told the seconds that are left, from the sending on, 0 at last */
  constructor(private readonly tell: (seconds: number) => void) {}

  isOver(): boolean {
    return secondsToWait(this.sentAt, now()) === 0
  }

  /** A code was sent just now. */
  begin(): void {
    this.stop()
    this.sentAt = now()
    this.count()
    this.timer = setInterval(() => this.count(), SECOND)
  }

  stop(): void {
    clearInterval(this.timer)
  }

  private count(): void {
    const seconds = secondsToWait(this.sentAt, now())
    this.tell(seconds)
    if (seconds === 0) {
      this.stop()
    }
  }
}
