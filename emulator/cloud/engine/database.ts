/**
 * The document database: collections in memory, changes durable before they are visible, transactions beside plain
 * operations. It speaks documents and queries; the wire's encodings are outside (../wire).
 */
import type { DatabaseFile } from '../durable/database-file'
import { collectionExists, collectionNotExist, duplicateKey } from '../errors'
import { aggregate } from './aggregate'
import { Collection } from './collection'
import { CommitLog } from './commit-log'
import { type Document, documentKey, type Fields } from './document'
import { DocumentStore } from './document-store'
import { documentLock, LockTable } from './locks'
import { PlainWrites } from './plain-writes'
import { type Search, Searcher } from './query'
import { QueryLog } from './query-log'
import type { IndexDefinition } from './secondary-index'
import { Transactions } from './transactions'

export type CollectionDefinition = { name: string; indexes: IndexDefinition[] }

export type DatabaseOptions = {
  /** Collections that exist from the start, with their indexes. */
  collections: readonly CollectionDefinition[]
  /** How long a transaction lives (ms); 30 s on the real service. */
  transactionLifeMs?: number
  /** How long one operation occupies its transaction at least (ms): a round trip on the real cloud is never shorter. */
  transactionOperationMs?: number
  /** How long a plain write waits for a transaction's lock (ms). */
  lockWaitMs?: number
}

/** A change of one document, worked out from what is stored now. */
type Edit = (current: Document | null) => Document | null

export class Database {
  readonly queries = new QueryLog()
  readonly transactions: Transactions
  private readonly collections = new Map<string, Collection>()
  private readonly store: DocumentStore
  private readonly locks = new LockTable()
  private readonly writes: PlainWrites
  private readonly search = new Searcher(this.queries)

  constructor(
    file: DatabaseFile,
    private readonly options: DatabaseOptions,
  ) {
    this.store = new DocumentStore(file)
    const log = new CommitLog(this.store, () => this.transactions.anySnapshot())
    this.writes = new PlainWrites(log, this.locks, options.lockWaitMs ?? 14_000)
    this.transactions = new Transactions(log, this.locks, () => this.collections.values(), {
      lifeMs: options.transactionLifeMs ?? 30_000,
      operationMs: options.transactionOperationMs ?? 2.5,
    })
    this.declare()
    for (const name of this.store.collections()) {
      const collection = this.collections.get(name) ?? this.add(name, [])
      collection.load(this.store.documents(name))
    }
  }

  collection(name: string): Collection {
    const collection = this.collections.get(name)
    if (!collection) throw collectionNotExist(name)
    return collection
  }

  createCollection(name: string): void {
    if (this.collections.has(name)) throw collectionExists(name)
    this.store.createCollection(name)
    this.add(name, [])
  }

  find(name: string, search: Search, action?: string): Document[] {
    return this.search.find(this.collection(name), search, action)
  }

  findById(name: string, id: unknown): Document | null {
    return this.collection(name).current(documentKey(id))
  }

  aggregate(name: string, pipeline: readonly Fields[]): Fields[] {
    return aggregate(this.search, this.collection(name), pipeline, (other) => this.collection(other))
  }

  /** Adds documents, all or none. */
  async insert(name: string, documents: readonly Document[]): Promise<void> {
    await this.writes.write(() => {
      const collection = this.collection(name)
      const seen = new Set<string>()
      return documents.map((document) => {
        const key = documentKey(document._id)
        if (collection.rows.has(key) || seen.has(key)) throw duplicateId(name, document)
        seen.add(key)
        return { collection, key, document }
      })
    })
  }

  /** Edits one document by its id; the edit may create or remove it. Returns it before and after. */
  async editById(name: string, id: unknown, edit: Edit): Promise<{ before: Document | null; after: Document | null }> {
    const key = documentKey(id)
    let outcome: { before: Document | null; after: Document | null } = { before: null, after: null }
    await this.writes.write(() => {
      const collection = this.collection(name)
      const before = collection.current(key)
      const after = edit(before)
      outcome = { before, after }
      return before === after ? [] : [{ collection, key, document: after }]
    }, [documentLock(name, key)])
    return outcome
  }

  /** Edits every document that matches (or the first); returns them before and after. All or none. */
  async editWhere(
    name: string,
    query: Fields,
    multiple: boolean,
    edit: (current: Document) => Document | null,
  ): Promise<{ before: Document; after: Document | null }[]> {
    let outcome: { before: Document; after: Document | null }[] = []
    await this.writes.write(() => {
      const collection = this.collection(name)
      const found = this.search.find(collection, multiple ? { query } : { query, limit: 1 }, 'modify')
      outcome = found.map((before) => ({ before, after: edit(before) }))
      return outcome
        .filter(({ before, after }) => before !== after)
        .map(({ before, after }) => ({ collection, key: documentKey(before._id), document: after }))
    })
    return outcome
  }

  /** Forgets every document and collection that was not declared. */
  reset(): void {
    this.writes.abandonWaiting()
    this.transactions.abortAll()
    this.store.clear()
    this.collections.clear()
    this.queries.clear()
    this.declare()
  }

  private declare(): void {
    for (const { name, indexes } of this.options.collections) {
      this.store.createCollection(name)
      this.add(name, indexes)
    }
  }

  private add(name: string, indexes: readonly IndexDefinition[]): Collection {
    const collection = new Collection(name, indexes)
    this.collections.set(name, collection)
    return collection
  }
}

/** The refusal of an `_id` that exists. */
export const duplicateId = (collection: string, document: Document) =>
  duplicateKey(collection, '_id_', `{ _id: ${JSON.stringify(document._id)} }`)
