/**
 * What an application and the older card that it asks for know of each other. Rules: domain/registration/older-card.
 */
import { canBeAskedFor } from '../../domain/registration/older-card'
import { accountClaim, documentClaim } from './claims'
import type { ApplicationRecord } from './records/registration'
import type { Stored } from './store'
import type { Transaction } from './transaction'

/** Frees the person of an application that has ended or has another document; an older card waits on as before. */
export async function releasePerson(
  transaction: Transaction,
  { digest, collects }: Pick<ApplicationRecord, 'digest' | 'collects'>,
): Promise<void> {
  if (!collects) {
    await transaction.remove('claims', documentClaim(digest))
    return
  }
  await transaction.update('claims', documentClaim(digest), { application: null, openid: null })
  await transaction.update('cards', collects, { askedFor: null })
}

/** The application asks for the card: claims, card and application change together. */
export async function askFor(
  transaction: Transaction,
  card: Stored<'cards'>,
  id: string,
  application: ApplicationRecord,
): Promise<ApplicationRecord> {
  const { digest, openid } = application
  const asking = { ...application, collects: card._id }
  await transaction.update('claims', documentClaim(digest), { application: id, openid })
  if (openid !== null) {
    await transaction.insert('claims', accountClaim(openid), { application: id, card: null, openid })
  }
  await transaction.update('cards', card._id, { askedFor: id })
  await transaction.insert('applications', id, asking)
  return asking
}

/** The older card of a document that may be asked for, or null. */
export async function olderCardOf(transaction: Transaction, digest: string): Promise<Stored<'cards'> | null> {
  const claim = await transaction.get('claims', documentClaim(digest))
  const card = claim?.card ? await transaction.get('cards', claim.card) : null
  const isWaiting =
    card !== null &&
    canBeAskedFor({
      status: card.status,
      isImported: card.imported !== undefined,
      hasPhone: card.phoneSealed !== '',
      askedFor: card.askedFor ?? null,
    })
  return isWaiting ? card : null
}
