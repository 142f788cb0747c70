/**
 * One open transaction: the version it sees, what it has written so far, the locks it holds, and the rules of writing.
 * It sees nothing newer than its first operation. A write to a document that another open transaction has locked, or
 * that changed after this one's snapshot, is a conflict; so is a unique value that another one is taking or giving up.
 */
import { transactionConflict } from '../errors'
import type { Change, Collection } from './collection'
import type { Document } from './document'
import { documentLock, type LockTable } from './locks'
import { duplicateOf, holderOf, uniqueKeysOf, uniqueLocks } from './unique-keys'

export class Transaction {
  /** The newest version at its first operation; null before. */
  snapshot: number | null = null
  /** Uncommitted changes by document lock; the newest wins. */
  readonly writes = new Map<string, Change>()
  readonly locks = new Set<string>()
  /** An operation is being answered: a second one is refused. */
  busy = false
  /** The client's own clock (ms) when it sent the latest operation. */
  lastSentAt = Number.NEGATIVE_INFINITY
  expiry: NodeJS.Timeout | undefined

  constructor(
    readonly id: string,
    /** Whose it is: the session token of the function worker that opened it. */
    readonly session: string,
    private readonly table: LockTable,
  ) {}

  /** The document as this transaction sees it. */
  read(collection: Collection, key: string): Document | null {
    const own = this.writes.get(documentLock(collection.name, key))
    return own ? own.document : collection.asOf(key, this.snapshot ?? 0)
  }

  /** Adds a change. Throws TransactionConflict or a duplicate; the transaction must then be aborted. */
  write(change: Change): void {
    const { collection, key, document } = change
    const name = documentLock(collection.name, key)
    this.lock(name)
    if (collection.lastChange(key) > (this.snapshot ?? 0)) throw transactionConflict()
    for (const lock of uniqueLocks(collection, this.read(collection, key), document)) this.lock(lock)
    this.refuseTakenValues(change)
    this.writes.set(name, change)
  }

  private refuseTakenValues({ collection, key, document }: Change): void {
    const pending = (row: string) => this.writes.get(documentLock(collection.name, row))?.document
    for (const unique of uniqueKeysOf(collection, document)) {
      const held = holderOf(key, unique, pending)
      if (held && held.version > (this.snapshot ?? 0)) throw transactionConflict()
      if (held) throw duplicateOf(collection, unique.index)
      for (const other of this.writes.values()) {
        if (other.collection !== collection || other.key === key || !other.document) continue
        if (unique.index.keysOf(other.document).includes(unique.key)) throw duplicateOf(collection, unique.index)
      }
    }
  }

  private lock(name: string): void {
    if (!this.table.take(name, this)) throw transactionConflict()
    this.locks.add(name)
  }
}
