/** What the emulator has been asked so far: requests by action, transactions, queries without an index. */
import type { Database } from '../engine/database'
import type { QueryRecord } from '../engine/query-log'
import type { TransactionCounts } from '../engine/transactions'

export type Stats = {
  roundTrips: number
  actions: Record<string, number>
  transactions: TransactionCounts
  /** Every kind of query, by plan. */
  queries: QueryRecord[]
  /** Those with a condition or an order that neither _id nor an index served. */
  unindexed: QueryRecord[]
}

export class Statistics {
  private actions: Record<string, number> = {}
  private before: TransactionCounts

  constructor(private readonly database: Database) {
    this.before = { ...database.transactions.counts }
  }

  count(action: string): void {
    this.actions[action] = (this.actions[action] ?? 0) + 1
  }

  read(): Stats {
    const counts = this.database.transactions.counts
    const names = Object.keys(counts) as (keyof TransactionCounts)[]
    return {
      roundTrips: Object.values(this.actions).reduce((sum, times) => sum + times, 0),
      actions: { ...this.actions },
      transactions: Object.fromEntries(
        names.map((name) => [name, counts[name] - this.before[name]]),
      ) as TransactionCounts,
      queries: this.database.queries.all(),
      unindexed: this.database.queries.unindexed(),
    }
  }

  reset(): void {
    this.actions = {}
    this.before = { ...this.database.transactions.counts }
    this.database.queries.clear()
  }
}
