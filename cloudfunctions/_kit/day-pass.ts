/**
 * The day pass of a visit: a binding of its own, so that a gate finds it under its serial like that of a card, and a
 * cancelled one stands on the status list. Its credential is good on one day only (domain/pass/decide).
 */
import { passClass } from '../../domain/pass'
import { dayOf, type Instant } from '../../domain/time/shanghai'
import { standingFields } from './binding-state'
import { randomSerial } from './random'
import type { VisitRecord } from './records/visitor'
import type { Transaction } from './transaction'

/** Inserts the binding. @returns its serial. A serial that is taken lets the transaction begin again with another. */
export async function givePass(transaction: Transaction, visit: VisitRecord, now: Instant): Promise<number> {
  const serial = randomSerial()
  await transaction.insert('bindings', String(serial), {
    cardNumber: '',
    serial,
    state: 'current',
    cardStatus: 'active',
    listed: null,
    listedUntil: 0,
    class: passClass.visitor,
    maskedName: visit.maskedName,
    last4: visit.last4,
    portrait: visit.portrait,
    validUntil: visit.day,
    boundAt: now,
  })
  return serial
}

/**
 * Ends a pass: gates refuse it from their next list. @returns the serial to tell the list of; null when there is none.
 */
export async function endPass(
  transaction: Transaction,
  { serial, day }: Pick<VisitRecord, 'serial' | 'day'>,
  now: Instant,
): Promise<number | null> {
  if (serial === null || day < dayOf(now)) {
    return null
  }
  const ended = standingFields({ validUntil: day }, { state: 'replaced', cardStatus: 'active' }, now)
  await transaction.update('bindings', String(serial), ended)
  return serial
}
