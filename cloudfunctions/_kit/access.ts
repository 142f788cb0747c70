/**
 * Whether the caller may call an action: roles come from `staff`, read for every call, so that who is removed is out at once.
 * The rule is domain/office/access.
 */
import { mayCall } from '../../domain/office/access'
import type { Role } from '../../domain/office/api'
import type { RequestRefusal } from '../../domain/refusals'
import { type Refused, refuse } from '../../domain/result'
import type { ActionAccess, Answer, Call, Prepared } from './call'
import { get, type Stored } from './store'
import { getTogether } from './together'

/** The refusal, or null. Sets `call.staff` when the action needs a role. */
export async function checkAccess(access: ActionAccess, call: Call): Promise<Refused<RequestRefusal> | null> {
  if (call.openid === '') {
    return access === 'platform' ? null : refuse('not_signed_in')
  }
  if (access === 'anyone') {
    return null
  }
  return admit(access === 'platform' ? 'reviewer' : access, await get('staff', call.openid), call)
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
