/**
 * The life of transactions as CloudBase has them (what one may read and write: transaction.ts).
 * - Any failure inside aborts the transaction; a conflict does so at once. Write skew is possible, as on the real service.
 * - A transaction lives 30 seconds; afterwards it does not exist.
 * - One operation at a time inside a transaction; a second one gets TransactionBusy.
 */
import { randomBytes } from 'node:crypto'
import { CloudError, transactionBusy, transactionNotExist } from '../errors'
import type { Collection } from './collection'
import type { CommitLog } from './commit-log'
import type { LockTable } from './locks'
import { Transaction } from './transaction'

/**
 * Operations that a client sent closer together than this (ms) cannot have waited for each other's answer, because an
 * operation takes longer (`operationMs`).
 */
const PARALLEL_MS = 2

export type TransactionCounts = {
  started: number
  committed: number
  aborted: number
  conflicted: number
  expired: number
}

export class Transactions {
  private readonly open = new Map<string, Transaction>()
  readonly counts: TransactionCounts = { started: 0, committed: 0, aborted: 0, conflicted: 0, expired: 0 }

  constructor(
    private readonly log: CommitLog,
    private readonly locks: LockTable,
    private readonly collections: () => Iterable<Collection>,
    private readonly times: { lifeMs: number; operationMs: number },
  ) {}

  /** Opens one and returns its id. */
  start(session: string): string {
    const transaction = new Transaction(randomBytes(16).toString('hex'), session, this.locks)
    transaction.expiry = setTimeout(() => {
      this.counts.expired++
      this.end(transaction)
    }, this.times.lifeMs)
    transaction.expiry.unref()
    this.open.set(transaction.id, transaction)
    this.counts.started++
    return transaction.id
  }

  /** Whether a reader of an older version may exist. */
  anySnapshot(): boolean {
    for (const transaction of this.open.values()) if (transaction.snapshot !== null) return true
    return false
  }

  /** Whether this session has a transaction open. */
  openFor(session: string): boolean {
    for (const transaction of this.open.values()) if (transaction.session === session) return true
    return false
  }

  /**
   * Runs one operation of a transaction. `sentAt` is the client's clock: two operations sent closer together than an
   * operation takes were sent in parallel. Any failure inside aborts the transaction, as MongoDB does.
   */
  async run<T>(id: string, sentAt: number | undefined, operation: (transaction: Transaction) => T): Promise<T> {
    const transaction = this.find(id)
    const parallel = sentAt !== undefined && sentAt - transaction.lastSentAt < PARALLEL_MS
    if (transaction.busy || parallel) throw transactionBusy()
    transaction.busy = true
    if (sentAt !== undefined) transaction.lastSentAt = sentAt
    transaction.snapshot ??= this.log.version
    try {
      const result = operation(transaction)
      await atLeast(this.times.operationMs)
      return result
    } catch (thrown) {
      if (thrown instanceof CloudError && thrown.code === 'DATABASE_TRANSACTION_CONFLICT') this.counts.conflicted++
      this.abortOpen(transaction)
      throw thrown
    } finally {
      transaction.busy = false
    }
  }

  /** Makes the transaction's changes durable and visible, all at once. */
  commit(id: string): void {
    const transaction = this.find(id)
    if (transaction.busy) throw transactionBusy()
    try {
      this.log.commit([...transaction.writes.values()])
      this.counts.committed++
    } finally {
      this.end(transaction)
    }
  }

  abort(id: string): void {
    this.abortOpen(this.find(id))
  }

  /** Ends every transaction, for a reset or a stop. */
  abortAll(): void {
    for (const transaction of [...this.open.values()]) this.abortOpen(transaction)
  }

  private find(id: string): Transaction {
    const transaction = this.open.get(id)
    if (!transaction) throw transactionNotExist()
    return transaction
  }

  private abortOpen(transaction: Transaction): void {
    if (!this.open.has(transaction.id)) return
    this.counts.aborted++
    this.end(transaction)
  }

  private end(transaction: Transaction): void {
    clearTimeout(transaction.expiry)
    this.open.delete(transaction.id)
    for (const name of transaction.locks) this.locks.free(name, transaction)
    const oldest = this.oldestSnapshot()
    for (const collection of this.collections()) collection.forgetBefore(oldest)
  }

  private oldestSnapshot(): number {
    let oldest = Number.POSITIVE_INFINITY
    for (const transaction of this.open.values()) oldest = Math.min(oldest, transaction.snapshot ?? oldest)
    return oldest
  }
}

/** Waits by the precise clock: a timer alone may fire early. */
const atLeast = async (ms: number): Promise<void> => {
  const until = performance.now() + ms
  while (performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 1))
}
