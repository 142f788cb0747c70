/**
 * The last step admitted per serial at each point, as this instance saw them: with it, a code that is older than one
 * admitted since is refused, too (domain/pass decide, `replayed`). Codes die within a minute, and so does the memory.
 */
import { type SeenSteps, stepOf } from '../../domain/pass'
import type { Instant } from '../../domain/time/shanghai'

const STEPS_KEPT = 12
const SWEEP_ABOVE = 1_000

export class SeenAtPoints {
  private readonly points = new Map<string, Map<number, number>>()

  /** What was seen at a point. */
  at(point: string): Pick<SeenSteps, 'get'> {
    return { get: (serial) => this.points.get(point)?.get(serial) }
  }

  /** Remembers an admission. */
  add(point: string, serial: number, step: number, now: Instant): void {
    const steps = this.points.get(point) ?? new Map<number, number>()
    this.points.set(point, steps)
    steps.set(serial, Math.max(step, steps.get(serial) ?? step))
    if (steps.size > SWEEP_ABOVE) {
      this.sweep(steps, now)
    }
  }

  private sweep(steps: Map<number, number>, now: Instant): void {
    for (const [serial, step] of steps) {
      if (step < stepOf(now) - STEPS_KEPT) {
        steps.delete(serial)
      }
    }
  }
}
