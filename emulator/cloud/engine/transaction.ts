/**
 * One open transaction: the version it sees, what it has written so far, the locks it holds.
 * Role: state only; `Transactions` decides. A transaction sees nothing newer than its first operation.
 */
import type { Change } from './collection'

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
  ) {}
}
