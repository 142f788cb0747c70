/**
 * The keyed digest of a document, by which a person is found again. HMAC-SHA-256: a plain hash of an ID number can be
 * enumerated and would count as the number itself. While its key is being replaced, records of a person may still stand
 * under an earlier one: {@link digestFor} brings them over before they are looked for.
 */
import { type Document, documentKeyText } from '../../domain/identity'
import { hasEarlierDigestKeys, keyedDigests } from './chained-digest'

/** Under the newest key and under every earlier one, newest first; one document has one each, however it was typed. */
export function digestsOf(document: Document): string[] {
  return keyedDigests(documentKeyText(document))
}

/**
 * The digest of a document under the newest key. For what is written, or looked up where all of {@link digestsOf} are
 * tried.
 */
export function digestOf(document: Document): string {
  return digestsOf(document)[0] ?? ''
}

/** The digest under which everything about a document's person stands from here on. */
export async function digestFor(document: Document): Promise<string> {
  const [newest = '', ...earlier] = digestsOf(document)
  if (hasEarlierDigestKeys) {
    const { bringOver, isRotating } = await import('./bring-over')
    for (const digest of (await isRotating()) ? earlier : []) {
      await bringOver(digest)
    }
  }
  return newest
}
