/**
 * The keyed digest of a document, by which a person is found again. HMAC-SHA-256: a plain hash of an ID number can be
 * enumerated and would count as the number itself.
 */
import { createHmac } from 'node:crypto'
import { type Document, documentKeyText } from '../../domain/identity'
import { secretKey } from './keys'

const key = secretKey('IDENTITY_DIGEST_KEY', 32)

/** The digest of a document, 64 hex digits; one document has one, however it was typed. */
export function digestOf(document: Document): string {
  return createHmac('sha256', key).update(documentKeyText(document)).digest('hex')
}
