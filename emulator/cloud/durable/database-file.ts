/**
 * The one file that holds everything durable: documents, file records, messages, clock, registered phones.
 * Write-ahead log with synchronous=FULL: when a statement returns, the data survives a kill or a power cut.
 * What is deleted is overwritten (secure_delete), so that a test can search the file for what must be gone.
 * An exclusive lock makes a second emulator on the same folder fail at once instead of losing data.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'

export type DatabaseFile = Database.Database

/** Opens (or creates) `<dataDir>/cloud.db`. Throws when another emulator holds it. */
export const openDatabaseFile = (dataDir: string): DatabaseFile => {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'cloud.db')
  const database = new Database(file)
  try {
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('secure_delete = ON')
    database.exec('CREATE TABLE IF NOT EXISTS opened(at INTEGER); DELETE FROM opened; INSERT INTO opened VALUES(0);')
  } catch (cause) {
    database.close()
    throw new Error(`The data directory ${dataDir} cannot be opened; another emulator may be using it.`, { cause })
  }
  return database
}

/**
 * Closes it so that it can be opened again at once. libsql keeps a connection (and its lock) until its statements are
 * collected, so the lock is given back explicitly; that needs to leave the write-ahead log first.
 */
export const closeDatabaseFile = (database: DatabaseFile): void => {
  database.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; DELETE FROM opened;')
  database.close()
}
