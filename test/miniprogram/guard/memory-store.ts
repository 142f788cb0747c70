/** Storage in memory that behaves like the phone's: values are copied in and out, and survive whoever opened them. */
import type { Store } from '../../../miniprogram/guard/store'

export class MemoryStore implements Store {
  readonly values = new Map<string, string>()
  /** The phone has no room left. */
  full = false
  /** The phone dies before this many more writes are done. */
  writesLeft = Number.POSITIVE_INFINITY

  read(key: string): unknown {
    const value = this.values.get(key)
    return value === undefined ? '' : JSON.parse(value)
  }

  write(key: string, value: unknown): void {
    if (this.full || this.writesLeft <= 0) {
      throw new Error('setStorageSync:fail')
    }
    this.writesLeft -= 1
    this.values.set(key, JSON.stringify(value))
  }

  remove(key: string): void {
    this.values.delete(key)
  }
}
