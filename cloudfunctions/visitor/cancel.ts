/** Cancelling one's own visit: its pass ends, and before the day it does not count. */
import { ok, type Result, refuse } from '../../domain/result'
import type { VisitorInput } from '../../domain/visitor/api'
import { canCancel, takenAfterCancelling } from '../../domain/visitor/rules'
import { endPass } from '../_kit/day-pass'
import { askForList } from '../_kit/list-hint'
import type { Call } from '../_kit/serve'
import type { Stored } from '../_kit/store'
import { type Transaction, transact } from '../_kit/transaction'
import { monthKey } from '../_kit/visit-month'
import type { Answer } from './answer'
import { visitView } from './view'

type Cancelled = { visit: Stored<'visits'>; ended: number | null }

export async function cancel({ id }: VisitorInput<'cancel'>, call: Call): Answer<'cancel'> {
  const { now } = call
  const cancelled = await transact((transaction) => cancelOnce(transaction, id, call))
  if (!cancelled.ok) {
    return cancelled
  }
  const { visit, ended } = cancelled.value
  if (ended !== null) {
    await askForList([ended], now)
  }
  return ok({ now, visit: visitView(visit, undefined, now) })
}

async function cancelOnce(
  transaction: Transaction,
  id: string,
  { openid, now }: Call,
): Promise<Result<Cancelled, 'visit_unknown' | 'visit_over'>> {
  const visit = await transaction.get('visits', id)
  if (visit?.openid !== openid) {
    return refuse('visit_unknown')
  }
  if (visit.state === 'cancelled') {
    return ok({ visit, ended: null })
  }
  if (!canCancel(visit, now)) {
    return refuse('visit_over')
  }
  const ended = await endPass(transaction, visit, now)
  await transaction.update('visits', id, { state: 'cancelled' })
  const month = monthKey(visit.digest, visit.day)
  const taken = (await transaction.get('visitMonths', month))?.days ?? []
  await transaction.update('visitMonths', month, { days: takenAfterCancelling(taken, visit.day, now) })
  return ok({ visit: { ...visit, state: 'cancelled' }, ended })
}
