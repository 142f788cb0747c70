/** Who is staff: oneself, and everybody. OPENIDs stay on the server. */
import type { OfficeRequest, StaffView } from '../../domain/office/api'
import { ok } from '../../domain/result'
import { above } from '../_kit/conditions'
import type { StaffRecord } from '../_kit/records'
import type { Call } from '../_kit/serve'
import { find, get } from '../_kit/store'
import type { Answer } from './answer'

const MOST = 1000

export async function me(_: OfficeRequest<'me'>, { openid }: Call): Answer<'me'> {
  const record = await get('staff', openid)
  return ok({ staff: record && viewOf(record) })
}

export async function staff(_: OfficeRequest<'staff'>, { now }: Call): Answer<'staff'> {
  const [records, invited] = await Promise.all([
    find('staff', {}, { order: 'since', limit: MOST }),
    find('invitations', { usedBy: null, expiresAt: above(now) }, { order: 'expiresAt', limit: MOST }),
  ])
  return ok({
    staff: records.map(viewOf),
    invited: invited.map(({ name, role, expiresAt }) => ({ name, role, expiresAt })),
  })
}

/** A member of staff as staff see each other. */
export function viewOf({ name, role, since }: StaffRecord): StaffView {
  return { name, role, since }
}
