/**
 * Every message that left the product, kept durably with the text its reader would see: SMS, subscribe messages, template
 * messages of the official account.
 * Role: the proof, in tests and in the demonstration, of what people receive.
 */
import { EventEmitter } from 'node:events'
import type { DatabaseFile } from '../durable/database-file'

export type SentMessage = {
  /** Counts up from 1; use as `since`. */
  id: number
  /** Emulator time, epoch ms. */
  at: number
  channel: 'sms' | 'subscribe' | 'official'
  /** Phone number in E.164, or the person's OPENID in the mini program. */
  to: string
  template: string
  params: unknown
  text: string
}

export class MessageLog {
  /** Emits 'message' with each SentMessage. */
  readonly events = new EventEmitter()
  private readonly insert
  private readonly select

  constructor(private readonly database: DatabaseFile) {
    database.exec('CREATE TABLE IF NOT EXISTS messages(id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL)')
    this.insert = database.prepare<[string]>('INSERT INTO messages(body) VALUES(?)')
    this.select = database.prepare<[number]>('SELECT id, body FROM messages WHERE id > ? ORDER BY id')
  }

  /** Records a message; it is on disk when this returns. */
  record(message: Omit<SentMessage, 'id'>): SentMessage {
    const { lastInsertRowid } = this.insert.run(JSON.stringify(message))
    const sent = { id: Number(lastInsertRowid), ...message }
    this.events.emit('message', sent)
    return sent
  }

  /** Messages with an id greater than `since`, oldest first. */
  list(since = 0): SentMessage[] {
    const rows = this.select.all(since) as { id: number; body: string }[]
    return rows.map((row) => ({ id: row.id, ...(JSON.parse(row.body) as Omit<SentMessage, 'id'>) }))
  }

  /** Forgets all; the next one is number 1 again. */
  clear(): void {
    this.database.exec("DELETE FROM messages; DELETE FROM sqlite_sequence WHERE name = 'messages';")
  }
}
