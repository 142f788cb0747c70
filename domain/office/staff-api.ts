/** What the office is asked and answers about its staff: who they are, their roles, open invitations. */
import * as v from 'valibot'
import type { Instant } from '../time/shanghai'
import { type Role, roles } from './roles'

export const staffRefusals = [
  'staff_self', // one's own role is changed by somebody else
  'staff_unknown', // no longer staff
  'invitation_gone', // used, over or withdrawn before
] as const

/** Names a colleague and says nothing about their account. */
const memberId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
/** SHA-256 of the code. */
const invitationId = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

export const staffRequests = {
  staff: v.strictObject({}),
  changeRole: v.strictObject({ id: memberId, role: v.picklist(roles) }),
  removeStaff: v.strictObject({ id: memberId }),
  withdrawInvitation: v.strictObject({ id: invitationId }),
} as const

export type StaffView = { name: string; role: Role; since: Instant }
/** `self`: the person who asks. */
export type MemberView = StaffView & { id: string; self: boolean }
export type InvitationView = { id: string; name: string; role: Role; expiresAt: Instant; by: string }

type Everybody = { staff: MemberView[]; invited: InvitationView[] }

/** Every change answers with everybody, so that the page shows what others changed meanwhile, too. */
export type StaffReplies = {
  staff: Everybody
  changeRole: Everybody
  removeStaff: Everybody
  withdrawInvitation: Everybody
}
