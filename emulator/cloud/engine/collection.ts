/**
 * One collection in memory: the newest version of every document, its indexes, and the older versions that an open
 * transaction may still have to read. It applies changes that are already durable; it decides nothing.
 */
import { type Document, documentKey } from './document'
import { type IndexDefinition, SecondaryIndex } from './secondary-index'

export type Row = { key: string; sequence: number; version: number; document: Document }

/** One document's change: the new document, or null when it goes. */
export type Change = { collection: Collection; key: string; document: Document | null }

type PastVersion = { from: number; to: number; document: Document }

export class Collection {
  readonly rows = new Map<string, Row>()
  /** The declared indexes. */
  readonly indexes: SecondaryIndex[]
  /** Those and the order of _id, which MongoDB always has. */
  readonly searchable: SecondaryIndex[]
  private readonly past = new Map<string, PastVersion[]>()
  private nextSequence = 1

  constructor(
    readonly name: string,
    definitions: readonly IndexDefinition[],
  ) {
    this.indexes = definitions.map((definition) => new SecondaryIndex(definition))
    const byId = new SecondaryIndex({ name: '_id', keys: [{ field: '_id', direction: 1 }], unique: false })
    this.searchable = [...this.indexes, byId]
  }

  /** Fills an empty collection from the store, in the order of insertion. */
  load(documents: Iterable<Document>): void {
    for (const document of documents) {
      const key = documentKey(document._id)
      this.rows.set(key, { key, sequence: this.nextSequence++, version: 0, document })
    }
    for (const index of this.searchable) index.load(this.rows.values())
  }

  current(key: string): Document | null {
    return this.rows.get(key)?.document ?? null
  }

  /** The document as it was when `snapshot` was the newest version. */
  asOf(key: string, snapshot: number): Document | null {
    const row = this.rows.get(key)
    if (row && row.version <= snapshot) return row.document
    const seen = this.past.get(key)?.find((version) => version.from <= snapshot && snapshot < version.to)
    return seen?.document ?? null
  }

  /** The version of the last change to this document that anybody could still care about; 0 when long ago. */
  lastChange(key: string): number {
    const row = this.rows.get(key)
    if (row) return row.version
    const versions = this.past.get(key)
    return versions?.[versions.length - 1]?.to ?? 0
  }

  /** Makes one durable change visible. `keepPast` when an open transaction may still read the version it replaces. */
  apply(key: string, document: Document | null, version: number, keepPast: boolean): void {
    const row = this.rows.get(key)
    if (row && keepPast) this.remember(key, { from: row.version, to: version, document: row.document })
    if (row && document) {
      for (const index of this.searchable) index.move(row, document)
      Object.assign(row, { version, document })
    } else if (row) {
      for (const index of this.searchable) index.remove(row)
      this.rows.delete(key)
    } else if (document) {
      const added: Row = { key, sequence: this.nextSequence++, version, document }
      this.rows.set(key, added)
      for (const index of this.searchable) index.add(added)
    }
  }

  private remember(key: string, version: PastVersion): void {
    const versions = this.past.get(key)
    if (versions) versions.push(version)
    else this.past.set(key, [version])
  }

  /** Forgets versions that no transaction with a snapshot of `oldest` or later can see. */
  forgetBefore(oldest: number): void {
    if (this.past.size === 0) return
    if (oldest === Number.POSITIVE_INFINITY) {
      this.past.clear()
      return
    }
    for (const [key, versions] of this.past) {
      const kept = versions.filter((version) => version.to > oldest)
      if (kept.length === 0) this.past.delete(key)
      else if (kept.length < versions.length) this.past.set(key, kept)
    }
  }

  clear(): void {
    this.rows.clear()
    this.past.clear()
    for (const index of this.searchable) {
      index.rows.load([])
      index.multikey = false
    }
  }
}
