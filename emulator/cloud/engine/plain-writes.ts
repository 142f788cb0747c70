/**
 * Writes outside transactions: worked out, then committed at once. While an open transaction holds one of the
 * documents (or unique values), the write waits and is worked out again from what is stored then.
 */
import { lockWaitTimeout, systemError } from '../errors'
import type { Change } from './collection'
import type { CommitLog } from './commit-log'
import { documentLock, type LockTable } from './locks'
import { refuseDuplicates, uniqueLocks } from './unique-keys'

export class PlainWrites {
  private resets = 0

  constructor(
    private readonly log: CommitLog,
    private readonly locks: LockTable,
    private readonly waitMs: number,
  ) {}

  /** `work` says what to change; it may run several times. `alsoWaitFor` names locks to wait for before it runs. */
  async write(work: () => Change[], alsoWaitFor: readonly string[] = []): Promise<void> {
    const deadline = Date.now() + this.waitMs
    const { resets } = this
    for (;;) {
      const early = this.locks.waitFor(alsoWaitFor)
      const changes = early ? [] : work()
      const held = early ?? (this.locks.idle ? null : this.locks.waitFor(changes.flatMap(locksOf)))
      if (!held) {
        refuseDuplicates(changes)
        this.log.commit(changes)
        return
      }
      await orTimeout(held, deadline - Date.now())
      if (resets !== this.resets) throw systemError('the database was reset while this write waited')
    }
  }

  /** Writes that are waiting now will fail instead of happening after a reset. */
  abandonWaiting(): void {
    this.resets++
  }
}

const locksOf = ({ collection, key, document }: Change): string[] => [
  documentLock(collection.name, key),
  ...uniqueLocks(collection, collection.current(key), document),
]

const orTimeout = async (released: Promise<void>, left: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(lockWaitTimeout()), Math.max(0, left))
  })
  await Promise.race([released, late]).finally(() => clearTimeout(timer))
}
