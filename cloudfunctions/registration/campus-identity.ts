/**
 * Whether somebody belongs to the university now: staff, students, hospital staff, families and campus business "cannot receive
 * the card repeatedly" (notice 5(1)). What is known of them was imported by the office.
 */
import { type Refused, refuse } from '../../domain/result'
import type { Day } from '../../domain/time/shanghai'
import type { Stored } from '../_kit/store'

/** The refusal of somebody with a campus identity that is current today; null for everybody else. */
export function campusRefusal(
  identities: readonly Stored<'campusIdentities'>[],
  today: Day,
): Refused<'campus_identity'> | null {
  const isCurrent = identities.some(({ until }) => until === null || until >= today)
  return isCurrent ? refuse('campus_identity') : null
}
