/**
 * Putting an application on record with its claims. The claim on a document may be that of an alias: then the application
 * is its identity's (domain/identity/aliases), asked for only when the plain way was taken.
 */
import { ok, type Result, refuse } from '../../domain/result'
import { accountClaim, documentClaim, identityOf } from '../_kit/claims'
import type { ApplicationRecord } from '../_kit/records'
import { transact } from '../_kit/transaction'

/**
 * Inserts an application and the claims on document and, when there is one, account.
 * @returns the application as it is stored; `taken` with nothing stored when somebody has one of the claims
 */
export async function insertApplication(
  id: string,
  application: ApplicationRecord,
): Promise<Result<ApplicationRecord, 'taken'>> {
  const plain = await insertOnce(id, application)
  if (plain.ok) {
    return plain
  }
  const digest = await identityOf(application.digest)
  return digest === application.digest ? plain : insertOnce(id, { ...application, digest })
}

function insertOnce(id: string, application: ApplicationRecord): Promise<Result<ApplicationRecord, 'taken'>> {
  const { digest, openid } = application
  const claim = { application: id, card: null, openid }
  return transact<ApplicationRecord, 'taken'>(
    async (transaction) => {
      await transaction.insert('claims', documentClaim(digest), claim)
      if (openid !== null) {
        await transaction.insert('claims', accountClaim(openid), claim)
      }
      await transaction.insert('applications', id, application)
      return ok(application)
    },
    async () => refuse('taken'),
  )
}
