/** The years that a study record can carry, newest first (domain/registration/form.ts: from 1902 to this year). */
import { dayOf, type Instant } from '../../../lib/domain'

const FIRST_YEAR = 1902

/** From this year, in Shanghai, back to the first. */
export function yearsUntil(now: Instant): number[] {
  const thisYear = Number(dayOf(now).slice(0, 4))
  return Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => thisYear - index)
}
