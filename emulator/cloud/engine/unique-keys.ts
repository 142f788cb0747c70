/** Which unique keys a change gains, and whether somebody else has them already. */
import { duplicateKey } from '../errors'
import type { Change, Collection, Row } from './collection'
import type { Document } from './document'
import { uniqueKeyLock } from './locks'
import type { SecondaryIndex } from './secondary-index'

export type UniqueKey = { index: SecondaryIndex; key: string }

/** Every unique key of a document. Throws when it cannot be indexed at all (two arrays in one index). */
export const uniqueKeysOf = (collection: Collection, document: Document | null): UniqueKey[] => {
  if (!document) return []
  const found: UniqueKey[] = []
  for (const index of collection.indexes) {
    const keys = index.keysOf(document)
    if (index.unique) for (const key of keys) found.push({ index, key })
  }
  return found
}

/** The locks of the unique keys that the change from `before` takes or gives up. */
export const uniqueLocks = (collection: Collection, before: Document | null, after: Document | null): string[] => {
  const names = (document: Document | null) =>
    uniqueKeysOf(collection, document).map(({ index, key }) => uniqueKeyLock(collection.name, index.name, key))
  const old = new Set(names(before))
  const next = new Set(names(after))
  return [...[...next].filter((name) => !old.has(name)), ...[...old].filter((name) => !next.has(name))]
}

/** The stored row that already has one of the document's unique keys, unless `pending` changes or removes it. */
export const holderOf = (
  own: string,
  unique: UniqueKey,
  pending: (key: string) => Document | null | undefined,
): Row | null => {
  for (const row of unique.index.holders(unique.key)) {
    if (row.key === own) continue
    const changed = pending(row.key)
    if (changed === undefined || (changed && unique.index.keysOf(changed).includes(unique.key))) return row
  }
  return null
}

/** The error for a value that is taken, naming the fields as MongoDB does. */
export const duplicateOf = (collection: Collection, index: SecondaryIndex) =>
  duplicateKey(collection.name, index.name, `{ ${index.fields.map((field) => `${field}: …`).join(', ')} }`)

/** Refuses a group of changes in which two new documents, or a new and a stored one, share a unique key. */
export const refuseDuplicates = (changes: readonly Change[]): void => {
  const pending = new Map<Collection, Map<string, Document | null>>()
  for (const { collection, key, document } of changes) {
    const group = pending.get(collection) ?? new Map<string, Document | null>()
    pending.set(collection, group.set(key, document))
  }
  const taken = new Map<string, string>()
  for (const { collection, key, document } of changes) {
    for (const unique of uniqueKeysOf(collection, document)) {
      const name = uniqueKeyLock(collection.name, unique.index.name, unique.key)
      const other = taken.get(name)
      const held = holderOf(key, unique, (row) => pending.get(collection)?.get(row))
      if (held || (other !== undefined && other !== key)) throw duplicateOf(collection, unique.index)
      taken.set(name, key)
    }
  }
}
