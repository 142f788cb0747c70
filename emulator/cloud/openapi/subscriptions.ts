/** How many subscribe messages of each template a user has agreed to: one consent, one message. Kept durably. */
import type { DatabaseFile } from '../durable/database-file'

export class Subscriptions {
  private readonly add
  private readonly take
  private readonly refuseAll

  constructor(private readonly database: DatabaseFile) {
    database.exec(
      'CREATE TABLE IF NOT EXISTS subscriptions(openid TEXT, template TEXT, left INTEGER NOT NULL, PRIMARY KEY(openid, template))',
    )
    this.add = database.prepare<[string, string]>(
      'INSERT INTO subscriptions VALUES(?, ?, 1) ON CONFLICT(openid, template) DO UPDATE SET left = left + 1',
    )
    this.take = database.prepare<[string, string]>(
      'UPDATE subscriptions SET left = left - 1 WHERE openid = ? AND template = ? AND left > 0',
    )
    this.refuseAll = database.prepare<[string, string]>('DELETE FROM subscriptions WHERE openid = ? AND template = ?')
  }

  /** The user's answer to the dialog. Refusing takes earlier consents back. */
  answer(openid: string, template: string, accept: boolean): void {
    if (accept) this.add.run(openid, template)
    else this.refuseAll.run(openid, template)
  }

  /** Uses one consent up; false when there is none. */
  use(openid: string, template: string): boolean {
    return this.take.run(openid, template).changes > 0
  }

  clear(): void {
    this.database.exec('DELETE FROM subscriptions')
  }
}
