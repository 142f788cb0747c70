/**
 * The document that somebody typed before they were led to the registration form, so that they need not type it again. In the
 * memory of this run only, and given away once: an ID number is never written to the phone's storage.
 */
import type { Document } from '../lib/domain'

let carried: Document | null = null

/** Keeps a document for the form that is opened next. */
export function carry(document: Document): void {
  carried = document
}

/** The document that was kept, once. */
export function takeCarried(): Document | null {
  const document = carried
  carried = null
  return document
}
