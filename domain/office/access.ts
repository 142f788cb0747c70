/**
 * Who may do what. One table, enforced by the functions (`_kit/serve`), never only by hiding a page. An admin may do what a
 * reviewer and a guard may do. Source: product "People".
 */
import type { Role } from './roles'

/** Who may call an action: anybody with a WeChat account, or the named role and everyone above it. */
export type Access = 'anyone' | Role

const REACH: Record<Role, readonly Access[]> = {
  guard: ['anyone', 'guard'],
  reviewer: ['anyone', 'reviewer'],
  admin: ['anyone', 'reviewer', 'guard', 'admin'],
}

/** True when somebody with `role` (null: not staff) may call an action that needs `access`. */
export function mayCall(access: Access, role: Role | null): boolean {
  return access === 'anyone' || (role !== null && REACH[role].includes(access))
}
