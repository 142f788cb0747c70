/** Small named values that must survive a restart (the clock's offset, last runs of triggers, signing secret). */
import type { DatabaseFile } from './database-file'

export class DurableValues {
  private readonly read
  private readonly write

  constructor(database: DatabaseFile) {
    database.exec('CREATE TABLE IF NOT EXISTS named_values(name TEXT PRIMARY KEY, value TEXT NOT NULL)')
    this.read = database.prepare<[string]>('SELECT value FROM named_values WHERE name = ?')
    this.write = database.prepare<[string, string]>(
      'INSERT INTO named_values(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value',
    )
  }

  get(name: string): string | undefined {
    return (this.read.get(name) as { value: string } | undefined)?.value
  }

  set(name: string, value: string): void {
    this.write.run(name, value)
  }
}
