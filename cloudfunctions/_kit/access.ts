/**
 * Whether the caller may call an action: roles come from `staff`, read for every call, so that who is removed is out at
 * once. The rule is domain/office/access.
 */
import { mayCall } from '../../domain/office/access'
import type { Role } from '../../domain/office/api'
import { mayStillDeliver } from '../../domain/office/members'
import type { RequestRefusal } from '../../domain/refusals'
import { type Refused, refuse } from '../../domain/result'
import type { ActionAccess, Answer, Call, Prepared } from './call'
import { get, type Stored } from './store'
import { getTogether } from './together'

/** The refusal, or null. Sets `call.staff` when the action needs a role. */
export async function checkAccess(
  { access, afterRemoval }: { access: ActionAccess; afterRemoval?: true },
  call: Call,
): Promise<Refused<RequestRefusal> | null> {
  if (call.openid === '') {
    return access === 'platform' ? null : refuse('not_signed_in')
  }
  if (access === 'anyone') {
    return null
  }
  const role = access === 'platform' ? 'reviewer' : access
  const refused = admit(role, await get('staff', call.openid), call)
  return refused && afterRemoval && (await hadRole(role, call)) ? null : refused
}

async function hadRole(role: Role, { openid, now }: Call): Promise<boolean> {
  const former = await get('formerStaff', openid)
  return former !== null && mayCall(role, former.role) && mayStillDeliver(former.until, now)
}

/** Answers a prepared action: the caller's role and the record that it needs are one read. */
export async function answerPrepared(access: Role, { from, id, answer }: Prepared, call: Call): Promise<Answer> {
  if (call.openid === '') {
    return refuse('not_signed_in')
  }
  const read = await getTogether('staff', call.openid, { records: { from, keys: id === null ? [] : [id] } })
  const refused = admit(access, read?.record ?? null, call)
  return refused ?? answer((read?.beside.records[0] ?? null) as never)
}

function admit(access: Role, staff: Stored<'staff'> | null, call: Call): Refused<RequestRefusal> | null {
  call.staff = staff
  return mayCall(access, staff?.role ?? null) ? null : refuse('not_allowed')
}
