/**
 * Accepting an invitation. Unknown, used, old and withdrawn codes get one answer, and so do those of an admin who is
 * none any more: nobody who was removed comes back by a code they kept.
 */
import type { OfficeRequest } from '../../domain/office/api'
import { ok, refuse } from '../../domain/result'
import { recordAction } from '../_kit/audit'
import type { Call } from '../_kit/serve'
import { transact } from '../_kit/transaction'
import type { Answer } from './answer'
import { invitationKey } from './invitation-code'
import { viewOf } from './staff'

export async function join({ code }: OfficeRequest<'join'>, call: Call): Answer<'join'> {
  const { openid, now } = call
  const key = invitationKey(code)
  return transact(
    async (transaction) => {
      const invitation = await transaction.get('invitations', key)
      if (!invitation || invitation.usedBy !== null || invitation.expiresAt <= now) {
        return refuse('invitation_invalid')
      }
      const inviter = await transaction.get('staff', invitation.invitedBy)
      if (inviter?.role !== 'admin') {
        return refuse('invitation_invalid')
      }
      const { name, role } = invitation
      const member = { name, role, since: now }
      await transaction.insert('staff', openid, member)
      await transaction.update('invitations', key, { usedBy: openid })
      await recordAction(transaction, call, 'office.join', key, { role })
      return ok({ staff: viewOf(member) })
    },
    async () => refuse('staff_exists'),
  )
}
