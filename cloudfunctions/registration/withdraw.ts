/** Withdrawing an application, possible until somebody has decided; document and account are free again afterwards. */
import type { RegistrationRequest } from '../../domain/registration/api'
import { canWithdraw } from '../../domain/registration/life'
import { ok, refuse } from '../../domain/result'
import { accountClaim } from '../_kit/claims'
import { releasePerson } from '../_kit/older-cards'
import type { Call } from '../_kit/serve'
import { transact } from '../_kit/transaction'
import type { Answer } from './answer'
import { latestApplication, viewOf } from './application'

export async function withdraw(_: RegistrationRequest<'withdraw'>, { openid, now }: Call): Answer<'withdraw'> {
  const application = await latestApplication(openid)
  if (!application) {
    return refuse('application_not_found')
  }
  const id = application._id
  return transact(async (transaction) => {
    const current = await transaction.get('applications', id)
    if (!current || !canWithdraw(current)) {
      return refuse('cannot_withdraw')
    }
    const changed = { status: 'withdrawn' as const, shredFrom: now, version: current.version + 1 }
    await transaction.update('applications', id, changed)
    await releasePerson(transaction, current)
    await transaction.remove('claims', accountClaim(openid))
    return ok({ application: viewOf({ ...current, ...changed }, now) })
  })
}
