/** Withdrawing an invitation that nobody has used: its code is worth nothing from now on. */
import type { OfficeInput } from '../../domain/office/api'
import { ok, refuse } from '../../domain/result'
import { recordAction } from '../_kit/audit'
import type { Call } from '../_kit/serve'
import { transact } from '../_kit/transaction'
import type { Answer } from './answer'
import { everybody } from './staff'

export async function withdrawInvitation(
  { id }: OfficeInput<'withdrawInvitation'>,
  call: Call,
): Answer<'withdrawInvitation'> {
  const withdrawn = await transact(async (transaction) => {
    const invitation = await transaction.get('invitations', id)
    if (!invitation || invitation.usedBy !== null || invitation.expiresAt <= call.now) {
      return refuse('invitation_gone')
    }
    // Not now: somebody whose request began a moment earlier would still find it open.
    await transaction.update('invitations', id, { expiresAt: 0 })
    await recordAction(transaction, call, 'office.withdrawInvitation', id, { role: invitation.role })
    return ok(null)
  })
  return withdrawn.ok ? ok(await everybody(call)) : withdrawn
}
