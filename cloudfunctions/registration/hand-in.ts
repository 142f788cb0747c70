/**
 * Putting an application on record with its claims. The claim on a document may be that of an alias: then the application
 * is its identity's (domain/identity/aliases), asked for only when the plain way was taken.
 */
import { ok, type Result, refuse } from '../../domain/result'
import { accountClaim, documentClaim, identityOf } from '../_kit/claims'
import { askFor, olderCardOf } from '../_kit/older-cards'
import type { ApplicationRecord } from '../_kit/records/registration'
import { transact } from '../_kit/transaction'

/**
 * Inserts an application and the claims on document and, when there is one, account.
 * @returns the application as it is stored; nothing is stored when somebody has one of the claims (`taken`), or when the
 *   person's older card is asked for without a photo that proves them (`proof_needed`)
 */
export async function insertApplication(
  id: string,
  application: ApplicationRecord,
): Promise<Result<ApplicationRecord, 'taken' | 'proof_needed'>> {
  const plain = await insertOnce(id, application)
  if (plain.ok) {
    return plain
  }
  const digest = await identityOf(application.digest)
  if (digest !== application.digest) {
    const joined = await insertOnce(id, { ...application, digest })
    if (joined.ok) {
      return joined
    }
  }
  return insertAsking(id, { ...application, digest })
}

/** The claim is that of an older card which only this can bring to its holder. */
function insertAsking(
  id: string,
  application: ApplicationRecord,
): Promise<Result<ApplicationRecord, 'taken' | 'proof_needed'>> {
  return transact<ApplicationRecord, 'taken' | 'proof_needed'>(
    async (transaction) => {
      const card = await olderCardOf(transaction, application.digest)
      if (!card) {
        return refuse('taken')
      }
      if (application.proof === '') {
        return refuse('proof_needed')
      }
      return ok(await askFor(transaction, card, id, application))
    },
    async () => refuse('taken'),
  )
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
