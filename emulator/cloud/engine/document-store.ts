/**
 * Documents on disk. A group of changes is one SQL transaction: all of it survives a kill, or none.
 * Role: durability only; questions are answered from memory.
 */
import type { DatabaseFile } from '../durable/database-file'
import { decodeDocument, encodeDocument } from './codec'
import type { Change } from './collection'
import type { Document } from './document'

export class DocumentStore {
  private readonly insertOrReplace
  private readonly remove
  private readonly writeAll

  constructor(private readonly database: DatabaseFile) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS collections(name TEXT PRIMARY KEY);
      CREATE TABLE IF NOT EXISTS documents(
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        collection TEXT NOT NULL,
        key TEXT NOT NULL,
        body TEXT NOT NULL,
        UNIQUE(collection, key)
      );
    `)
    this.insertOrReplace = database.prepare<[string, string, string]>(
      'INSERT INTO documents(collection, key, body) VALUES(?, ?, ?) ON CONFLICT(collection, key) DO UPDATE SET body = excluded.body',
    )
    this.remove = database.prepare<[string, string]>('DELETE FROM documents WHERE collection = ? AND key = ?')
    this.writeAll = database.transaction((changes: readonly Change[]) => {
      for (const { collection, key, document } of changes) {
        if (document) this.insertOrReplace.run(collection.name, key, encodeDocument(document))
        else this.remove.run(collection.name, key)
      }
    })
  }

  /** Names of the collections that exist. */
  collections(): string[] {
    const rows = this.database.prepare('SELECT name FROM collections ORDER BY name').all() as { name: string }[]
    return rows.map((row) => row.name)
  }

  createCollection(name: string): void {
    this.database.prepare<[string]>('INSERT OR IGNORE INTO collections(name) VALUES(?)').run(name)
  }

  /** Every document of a collection, oldest first. */
  *documents(collection: string): Generator<Document> {
    const rows = this.database
      .prepare<[string]>('SELECT body FROM documents WHERE collection = ? ORDER BY sequence')
      .iterate(collection) as IterableIterator<{ body: string }>
    for (const row of rows) yield decodeDocument(row.body)
  }

  /** Returns only when all changes are on disk; throws with none of them there. */
  commit(changes: readonly Change[]): void {
    if (changes.length > 0) this.writeAll(changes)
  }

  clear(): void {
    this.database.exec('DELETE FROM documents; DELETE FROM collections;')
  }
}
