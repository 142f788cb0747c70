/**
 * One index of a collection: which documents carry which key, in order; unique or not.
 * Directions of the definition are kept for the record only: entries are ascending and read either way.
 */
import type { Row } from './collection'
import type { Document } from './document'
import { AFTER_PREFIX, keysOfDocument } from './index-key'
import { SortedRows } from './sorted-rows'

export type IndexDefinition = {
  name: string
  keys: { field: string; direction: 1 | -1 }[]
  unique: boolean
}

export class SecondaryIndex {
  readonly rows = new SortedRows()
  readonly fields: readonly string[]
  /** True once a document filed an array here: ranges and sorting are then no longer exact. */
  multikey = false
  private readonly paths: readonly (readonly string[])[]

  constructor(readonly definition: IndexDefinition) {
    this.fields = definition.keys.map((key) => key.field)
    this.paths = this.fields.map((field) => field.split('.'))
  }

  get name(): string {
    return this.definition.name
  }

  get unique(): boolean {
    return this.definition.unique
  }

  /** The keys that a document has (or would have) here. */
  keysOf(document: Document): string[] {
    return keysOfDocument(document, this.paths).keys
  }

  /** Files many rows at once. */
  load(rows: Iterable<Row>): void {
    const entries: { key: string; row: Row }[] = []
    for (const row of rows) {
      const { keys, multiple } = keysOfDocument(row.document, this.paths)
      if (multiple) this.multikey = true
      for (const key of keys) entries.push({ key, row })
    }
    this.rows.load(entries)
  }

  add(row: Row): void {
    const { keys, multiple } = keysOfDocument(row.document, this.paths)
    if (multiple) this.multikey = true
    for (const key of keys) this.rows.add(key, row)
  }

  remove(row: Row): void {
    for (const key of this.keysOf(row.document)) this.rows.remove(key, row)
  }

  /** Files a row as `document` says, which is about to replace the one that it holds. */
  move(row: Row, document: Document): void {
    const before = this.keysOf(row.document)
    const { keys, multiple } = keysOfDocument(document, this.paths)
    if (multiple) this.multikey = true
    if (before.length === keys.length && before.every((key, at) => key === keys[at])) return
    for (const key of before) this.rows.remove(key, row)
    for (const key of keys) this.rows.add(key, row)
  }

  /** The rows filed under exactly this key. */
  *holders(key: string): Generator<Row> {
    yield* this.rows.between(key, key + AFTER_PREFIX)
  }
}
