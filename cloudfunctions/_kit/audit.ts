/** The audit log: every staff action, in the same transaction as what it does. Append-only; never personal data. */
import type { Instant } from '../../domain/time/shanghai'
import { randomId } from './random'
import type { AuditRecord } from './records'
import type { Transaction } from './transaction'

/** Who does something, and when. */
type Actor = { openid: string; now: Instant }

/**
 * Writes an entry.
 * @param transaction that of the action; the store itself for what changes nothing, a look-up
 * @param action `<function>.<action>`
 * @param subject key of the record that it is about
 */
export async function recordAction(
  transaction: Pick<Transaction, 'insert'>,
  { openid, now }: Actor,
  action: string,
  subject: string,
  details: AuditRecord['details'] = {},
): Promise<void> {
  await transaction.insert('audit', randomId(), { at: now, by: openid, action, subject, details })
}
