/**
 * Whether somebody belongs to the university now: staff, students, hospital staff, families and campus business "cannot receive
 * the card repeatedly" (notice 5(1)). What is known of them was imported by the office.
 */
import { type Refused, refuse } from '../../domain/result'
import { dayOf, type Instant } from '../../domain/time/shanghai'
import { get } from '../_kit/store'

/** The refusal of somebody with a current campus identity; null for everybody else. */
export async function campusRefusal(digest: string, now: Instant): Promise<Refused<'campus_identity'> | null> {
  const identity = await get('campusIdentities', digest)
  const isCurrent = identity !== null && (identity.until === null || identity.until >= dayOf(now))
  return isCurrent ? refuse('campus_identity') : null
}
