/**
 * The key under which entries of the audit log are written, and the two hashes of its chain
 * (domain/office/audit-chain).
 */
import { createHash, createHmac } from 'node:crypto'
import type { AuditTools } from '../../domain/office/audit-chain'
import { secretKey } from './keys'

const key = secretKey('AUDIT_KEY', 32)

export const auditTools: AuditTools = {
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  hmac: (text) => createHmac('sha256', key).update(text).digest('hex'),
}
