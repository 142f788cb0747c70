/** Who is staff: oneself, and everybody. OPENIDs stay on the server. */
import type { OfficeReplies, OfficeRequest, StaffView } from '../../domain/office/api'
import { ok } from '../../domain/result'
import { above } from '../_kit/conditions'
import type { StaffRecord } from '../_kit/records/office'
import type { Call } from '../_kit/serve'
import { staffHandle } from '../_kit/staff-handle'
import { find, get } from '../_kit/store'
import type { Answer } from './answer'

const MOST = 1000

export async function me(_: OfficeRequest<'me'>, { openid }: Call): Answer<'me'> {
  const record = await get('staff', openid)
  return ok({ staff: record && viewOf(record) })
}

export async function staff(_: OfficeRequest<'staff'>, call: Call): Answer<'staff'> {
  return ok(await everybody(call))
}

/** All members of staff and all invitations that can still be used. */
export async function everybody({ openid, now }: Call): Promise<OfficeReplies['staff']> {
  const [records, invited] = await Promise.all([
    find('staff', {}, { order: 'since', limit: MOST }),
    find('invitations', { usedBy: null, expiresAt: above(now) }, { order: 'expiresAt', limit: MOST }),
  ])
  const names = new Map(records.map(({ _id, name }) => [_id, name]))
  return {
    staff: records.map((record) => ({
      id: staffHandle(record._id),
      ...viewOf(record),
      self: record._id === openid,
    })),
    invited: invited.map(({ _id: id, name, role, expiresAt, invitedBy }) => {
      return { id, name, role, expiresAt, by: names.get(invitedBy) ?? '' }
    }),
  }
}

/** A member of staff as staff see each other. */
export function viewOf({ name, role, since }: StaffRecord): StaffView {
  return { name, role, since }
}
