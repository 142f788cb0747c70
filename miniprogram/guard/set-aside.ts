/**
 * Scans that the office cannot read, put aside so that they hold up nobody. They stay until a person has looked into it: the
 * guard can send them again, after an update say, or copy them for the administrator.
 */
import type { Scan } from '../lib/domain'
import type { Store } from './store'

const KEY = 'guard.journal.refused'

export class SetAside {
  constructor(private readonly store: Store) {}

  /** Oldest first. */
  get scans(): Scan[] {
    const value = this.store.read(KEY)
    return Array.isArray(value) ? (value as Scan[]) : []
  }

  /** Puts a scan aside, once. */
  add(scan: Scan): void {
    const others = this.scans.filter(({ id }) => id !== scan.id)
    this.store.write(KEY, [...others, scan])
  }

  /** Takes scans out again. */
  remove(gone: readonly Scan[]): void {
    const ids = new Set(gone.map(({ id }) => id))
    this.store.write(
      KEY,
      this.scans.filter(({ id }) => !ids.has(id)),
    )
  }
}
