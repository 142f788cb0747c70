/**
 * Who may change whose role. An admin changes others, never themself: so nobody locks themself out by accident, and whoever
 * changes something is an admin that remains. The functions hold two changes at once to one order (office/change-staff), so
 * the last admin cannot be removed by two who remove each other. Source: product "People".
 */
import { ok, type Result, refuse } from '../result'
import { DAY, type Instant } from '../time/shanghai'
import type { Role } from './roles'

/** How long a phone may still deliver what it did in a role that was taken from its owner, milliseconds. */
export const DELIVERY_AFTER_REMOVAL = DAY

export type MemberRefusal = 'not_allowed' | 'staff_self' | 'staff_unknown'

/** `role` null: not staff. */
type Standing = { id: string; role: Role | null }

/**
 * Decides a change of somebody's role, or their removal.
 * @param wanted the new role; null removes
 * @returns `same` when it is so already: a repeated request changes nothing
 */
export function decideMember(
  actor: Standing,
  target: Standing,
  wanted: Role | null,
): Result<'change' | 'same', MemberRefusal> {
  if (actor.role !== 'admin') {
    return refuse('not_allowed')
  }
  if (target.role === null) {
    return wanted === null ? ok('same') : refuse('staff_unknown')
  }
  if (actor.id === target.id) {
    return refuse('staff_self')
  }
  return ok(target.role === wanted ? 'same' : 'change')
}

/** True while somebody who had a role may still deliver what they did in it. */
export function mayStillDeliver(until: Instant, now: Instant): boolean {
  return now < until + DELIVERY_AFTER_REMOVAL
}
