/**
 * Whom a point lets in, and when: by the class of the card and by the hours of the place. Used by the guard's phone and by
 * the server alike. Source: product "The card" (what it opens) and "Gate" (not_allowed_here).
 */
import { type Instant, timeOf } from '../time/shanghai'
import type { Point } from '../university'

/**
 * True when a point lets a card class in now. Hours are Shanghai wall-clock times, the closing minute excluded; a place
 * that closes after midnight ("18:00" to "01:00") is open across it, one whose hours are equal is always open.
 */
export function isOpen(point: Point, passClass: number, now: Instant): boolean {
  if (!point.classes.includes(passClass)) {
    return false
  }
  const { opens, closes } = point
  const time = timeOf(now)
  if (opens === closes) {
    return true
  }
  return opens < closes ? opens <= time && time < closes : opens <= time || time < closes
}
