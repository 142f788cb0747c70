/**
 * The text that names a document for look-ups: `type|country|number`. Its HMAC-SHA-256 under a server key is what the store
 * keeps and compares (a plain hash of an ID number can be enumerated and counts as plaintext). One document has one text,
 * however it was typed and whichever generation of the card was copied.
 */
import type { Document } from './document-type'
import { normaliseDocument } from './normalise'

// H or M and eight digits belong to the person for life; the two digits after them count the replacements of the card.
const HK_MACAO_LIFELONG = 9

/** The look-up text of a document. It holds the number in clear: feed it to the HMAC, never store or log it. */
export function documentKeyText(document: Document): string {
  const { type, country, number } = normaliseDocument(document)
  const lifelong = type === 'travel_permit_hk_macao' ? number.slice(0, HK_MACAO_LIFELONG) : number
  return `${type}|${country}|${lifelong}`
}
