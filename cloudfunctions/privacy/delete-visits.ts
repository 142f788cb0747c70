/**
 * Emptying visits of their person: those to come are cancelled, their day passes end; what became of past ones is a
 * figure.
 */
import { emptyBinding } from '../../domain/privacy/deletion'
import type { Instant } from '../../domain/time/shanghai'
import { canCancel } from '../../domain/visitor/rules'
import { endPass } from '../_kit/day-pass'
import type { Stored } from '../_kit/store'
import { change } from '../_kit/transaction'

/** @returns serials that gates must hear of */
export async function deleteVisits(
  visits: readonly Stored<'visits'>[],
  openid: string,
  now: Instant,
): Promise<number[]> {
  const ended: (number | null)[] = []
  for (const { _id } of visits) {
    ended.push(await deleteVisit(_id, openid, now))
  }
  return ended.filter((serial) => serial !== null)
}

function deleteVisit(id: string, openid: string, now: Instant): Promise<number | null> {
  return change(async (transaction) => {
    const visit = await transaction.get('visits', id)
    if (visit?.openid !== openid) {
      return null
    }
    const isToCome = canCancel(visit, now)
    const ended = isToCome ? await endPass(transaction, visit, now) : null
    if (visit.serial !== null) {
      await transaction.update('bindings', String(visit.serial), emptyBinding)
    }
    const { state, decision } = visit
    await transaction.update('visits', id, {
      openid: '',
      note: '',
      maskedName: '',
      last4: '',
      portrait: '',
      devicePublicKey: '',
      state: isToCome ? 'cancelled' : state,
      decision: decision && { ...decision, note: '' },
    })
    return ended
  })
}
