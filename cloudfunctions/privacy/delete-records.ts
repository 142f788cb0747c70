/** Emptying an application and a card of their person, each with its claims in one transaction. */
import { emptyApplication, emptyBinding, emptyCard } from '../../domain/privacy/deletion'
import type { Instant } from '../../domain/time/shanghai'
import { standingFields } from '../_kit/binding-state'
import { accountClaim, documentClaim } from '../_kit/claims'
import type { ClaimRecord } from '../_kit/records/registration'
import { find } from '../_kit/store'
import { change, type Transaction } from '../_kit/transaction'
import { letGo } from '../_kit/uploads'

const MOST = 1000

export function deleteApplication(id: string, openid: string, now: Instant): Promise<void> {
  return change(async (transaction) => {
    const application = await transaction.get('applications', id)
    if (application?.openid !== openid) {
      return
    }
    const { digest, portrait, proof, version } = application
    const isDecided = application.status === 'decided' && application.result?.kind !== 'return'
    const status = isDecided ? 'decided' : 'withdrawn'
    await letGo(transaction, [portrait, proof], openid, now)
    await transaction.update('applications', id, { ...emptyApplication(application), status, version: version + 1 })
    await free(transaction, [digest, openid], ({ application: held, card }) => held === id && card === null)
  })
}

/** @returns serials that gates must hear of */
export async function deleteCard(number: string, openid: string, now: Instant): Promise<number[]> {
  const bindings = await find('bindings', { cardNumber: number }, { order: 'boundAt', limit: MOST })
  return change(async (transaction) => {
    const card = await transaction.get('cards', number)
    if (card?.openid !== openid) {
      return []
    }
    const { binding, validUntil, digest, portrait, status } = card
    const change = { status: 'revoked', reason: 'holder_asked', note: '', at: now, by: '', byName: '' } as const
    const ended = status === 'revoked' ? {} : { status: 'revoked' as const, change }
    await letGo(transaction, [portrait], openid, now)
    await transaction.update('cards', number, { ...emptyCard, ...ended })
    for (const { _id } of bindings) {
      await transaction.update('bindings', _id, emptyBinding)
    }
    if (binding && validUntil !== null) {
      const standing = { state: 'current', cardStatus: 'revoked' } as const
      const fields = { ...emptyBinding, ...standingFields({ validUntil }, standing, now) }
      await transaction.update('bindings', String(binding.serial), fields)
    }
    await free(transaction, [digest, openid], (claim) => claim.card === number)
    return binding ? [binding.serial] : []
  })
}

// The claims may be those of a later application or card: only this record's are freed.
async function free(
  transaction: Transaction,
  [digest, openid]: [string, string],
  isOwn: (claim: ClaimRecord) => boolean,
): Promise<void> {
  for (const key of [documentClaim(digest), accountClaim(openid)]) {
    const claim = await transaction.get('claims', key)
    if (claim && isOwn(claim)) {
      await transaction.remove('claims', key)
    }
  }
}
