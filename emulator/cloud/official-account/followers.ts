/**
 * Who follows the official account. A person has another OPENID there than in the mini program; both belong to one UnionID while
 * the two accounts are under one Open Platform account. Kept durably.
 */
import { createHash } from 'node:crypto'
import type { DatabaseFile } from '../durable/database-file'

const PREFIX = 'oF'
const UNION_PREFIX = 'oU'

const derived = (prefix: string, openid: string): string => {
  const hash = createHash('sha256').update(`${prefix} ${openid}`).digest('base64url')
  return `${prefix}${hash.replace(/[_-]/g, 'x').slice(0, 26)}`
}

/** This person's OPENID at the official account. */
export const followerOf = (openid: string): string => derived(PREFIX, openid)

/** This person's UnionID. */
export const unionidOf = (openid: string): string => derived(UNION_PREFIX, openid)

export class Followers {
  private readonly add
  private readonly drop
  private readonly read

  constructor(private readonly database: DatabaseFile) {
    database.exec(
      'CREATE TABLE IF NOT EXISTS followers(follower TEXT PRIMARY KEY, openid TEXT NOT NULL, since INTEGER)',
    )
    this.add = database.prepare<[string, string, number]>('INSERT OR IGNORE INTO followers VALUES(?, ?, ?)')
    this.drop = database.prepare<[string]>('DELETE FROM followers WHERE follower = ?')
    this.read = database.prepare<[string]>('SELECT openid, since FROM followers WHERE follower = ?')
  }

  /** @param at epoch ms @returns false when the person follows already */
  follow(openid: string, at: number): boolean {
    return this.add.run(followerOf(openid), openid, at).changes > 0
  }

  /** @returns false when the person does not follow */
  unfollow(openid: string): boolean {
    return this.drop.run(followerOf(openid)).changes > 0
  }

  /** The person behind a follower's OPENID, and since when (epoch ms); null when nobody with it follows. */
  find(follower: string): { openid: string; since: number } | null {
    return (this.read.get(follower) as { openid: string; since: number } | undefined) ?? null
  }

  clear(): void {
    this.database.exec('DELETE FROM followers')
  }
}
