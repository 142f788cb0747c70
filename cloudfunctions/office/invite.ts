/** Inviting a member of staff: the code is shown once, valid for 24 hours, used by one person. */
import { INVITATION_LIFETIME, type OfficeRequest } from '../../domain/office/api'
import { ok } from '../../domain/result'
import { recordAction } from '../_kit/audit'
import type { Call } from '../_kit/serve'
import { change } from '../_kit/transaction'
import type { Answer } from './answer'
import { invitationKey, newInvitationCode } from './invitation-code'

export async function invite({ role, name }: OfficeRequest<'invite'>, call: Call): Answer<'invite'> {
  const { openid, now } = call
  const code = newInvitationCode()
  const expiresAt = now + INVITATION_LIFETIME
  const key = invitationKey(code)
  await change(async (transaction) => {
    await transaction.insert('invitations', key, { name, role, expiresAt, invitedBy: openid, usedBy: null })
    await recordAction(transaction, call, 'office.invite', key, { role })
  })
  return ok({ code, expiresAt })
}
