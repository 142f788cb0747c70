/**
 * Makes changes happen: first durable (one SQL transaction, fsync), then visible, under one new version number.
 * Nobody can read what could still be lost.
 */
import type { Change } from './collection'
import type { DocumentStore } from './document-store'

export class CommitLog {
  version = 0

  constructor(
    private readonly store: DocumentStore,
    /** Whether an open transaction may still read the versions that a commit replaces. */
    private readonly snapshotsOpen: () => boolean,
  ) {}

  commit(changes: readonly Change[]): void {
    if (changes.length === 0) return
    this.store.commit(changes)
    const version = ++this.version
    const keepPast = this.snapshotsOpen()
    for (const { collection, key, document } of changes) collection.apply(key, document, version, keepPast)
  }
}
