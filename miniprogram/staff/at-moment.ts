/**
 * Doing something when a moment has come while a page is open: a cut-off passes, and the page shows how things are now. Phones
 * let long timers sleep, so it looks at the clock again and again.
 */
import type { Instant } from '../lib/domain'
import { now } from '../services/clock'

const LOOK_EVERY_MS = 20_000
/** The function's clock and the phone's may differ by a little: asked a moment later, the function has passed the cut-off, too. */
const LATE_MS = 1_500

export class AtMoment {
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(private readonly act: () => void) {}

  /** Waits for this moment instead of an earlier one; null waits for none. */
  set(moment: Instant | null): void {
    this.clear()
    if (moment !== null) {
      // One that is past already is no reason to ask without end: the function's clock is behind, and gets its time.
      this.wait(Math.max(moment, now()) + LATE_MS)
    }
  }

  clear(): void {
    if (this.timer !== null) {
      clearTimeout(this.timer)
      this.timer = null
    }
  }

  private wait(until: Instant): void {
    const left = until - now()
    this.timer = setTimeout(
      () => (left <= LOOK_EVERY_MS ? this.act() : this.wait(until)),
      Math.max(0, Math.min(left, LOOK_EVERY_MS)),
    )
  }
}
