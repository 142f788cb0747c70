/**
 * Phone numbers of WeChat users and the codes that a mini program gets for them: a code is single use and lives five
 * minutes on the emulator's clock. Kept durably.
 */
import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock/clock'
import type { DatabaseFile } from '../durable/database-file'

const CODE_MS = 5 * 60_000

export class Phones {
  private readonly setNumber
  private readonly numberOf
  private readonly addCode
  private readonly takeCode

  constructor(
    private readonly database: DatabaseFile,
    private readonly clock: Clock,
  ) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS phones(openid TEXT PRIMARY KEY, number TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS phone_codes(code TEXT PRIMARY KEY, number TEXT NOT NULL, until INTEGER NOT NULL);
    `)
    this.setNumber = database.prepare<[string, string]>(
      'INSERT INTO phones(openid, number) VALUES(?, ?) ON CONFLICT(openid) DO UPDATE SET number = excluded.number',
    )
    this.numberOf = database.prepare<[string]>('SELECT number FROM phones WHERE openid = ?')
    this.addCode = database.prepare<[string, string, number]>(
      'INSERT INTO phone_codes(code, number, until) VALUES(?, ?, ?)',
    )
    this.takeCode = database.prepare<[string]>('DELETE FROM phone_codes WHERE code = ? RETURNING number, until')
  }

  /** Says which number (E.164) this user's WeChat has. */
  register(openid: string, number: string): void {
    this.setNumber.run(openid, number)
  }

  /** A code for the user's number, as the button on the phone yields it; null when no number is registered. */
  createCode(openid: string): string | null {
    const found = this.numberOf.get(openid) as { number: string } | undefined
    if (!found) return null
    const code = randomBytes(32).toString('hex')
    this.addCode.run(code, found.number, this.clock.now() + CODE_MS)
    return code
  }

  /** The number (E.164) behind a code; null when it is unknown, used or expired. Uses it up. */
  redeem(code: string): string | null {
    const found = this.takeCode.get(code) as { number: string; until: number } | undefined
    return found && found.until >= this.clock.now() ? found.number : null
  }

  clear(): void {
    this.database.exec('DELETE FROM phones; DELETE FROM phone_codes;')
  }
}
