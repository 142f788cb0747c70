/**
 * The audit log: every staff action, in the same transaction as what it does. Append-only; never personal data. An
 * entry carries its MAC at once; the office function seals it into the chain within minutes (office/seal-audit), so no
 * action waits for another one's entry.
 */
import { entryText } from '../../domain/office/audit-chain'
import type { AuditDetails } from '../../domain/office/audit-details'
import type { Instant } from '../../domain/time/shanghai'
import { auditTools } from './audit-key'
import { randomId } from './random'
import type { Transaction } from './transaction'

/** Who does something, and when. */
type Actor = { openid: string; now: Instant }

/**
 * Writes an entry.
 * @param transaction that of the action; the store itself for what changes nothing, a look-up
 * @param action `<function>.<action>`; miniprogram/staff/words/audit-*.ts says it in words
 * @param subject key of the record that it is about; for a colleague their handle (staff-handle), never the OPENID
 * @param details of the closed lists of domain/office/audit-details, so that the page of the log can say them
 */
export async function recordAction(
  transaction: Pick<Transaction, 'insert'>,
  { openid, now }: Actor,
  action: string,
  subject: string,
  details: AuditDetails = {},
): Promise<void> {
  const id = randomId()
  const entry = { at: now, by: openid, action, subject, details }
  const mac = auditTools.hmac(entryText({ id, ...entry }))
  await transaction.insert('audit', id, { ...entry, mac, position: auditPosition(now, id), block: null })
}

/** Place of an entry in time: sorts by it, unique. */
export function auditPosition(at: Instant, id = ''): string {
  return `${String(at).padStart(14, '0')}-${id}`
}
