/**
 * Signed links: a download link is good for some time on the emulator's clock, an upload link for one path.
 * Without a valid signature nothing is served, as with a private bucket.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { DurableValues } from '../durable/values'

const SECRET = 'storage.secret'

export class Links {
  private readonly secret: string

  constructor(values: DurableValues) {
    this.secret = values.get(SECRET) ?? randomBytes(32).toString('hex')
    values.set(SECRET, this.secret)
  }

  /** The query string of a link: `use` is what it allows, `until` epoch ms on the emulator's clock. */
  query(use: 'get' | 'put', path: string, until: number): string {
    const seconds = Math.ceil(until / 1000)
    return `t=${seconds}&sign=${this.sign(use, path, seconds)}`
  }

  /** Whether the query string allows `use` of this path now. */
  allows(use: 'get' | 'put', path: string, query: URLSearchParams, now: number): boolean {
    const seconds = Number(query.get('t'))
    const given = Buffer.from(query.get('sign') ?? '')
    const expected = Buffer.from(this.sign(use, path, seconds))
    return given.length === expected.length && timingSafeEqual(given, expected) && seconds * 1000 >= now
  }

  private sign(use: string, path: string, seconds: number): string {
    return createHmac('sha256', this.secret).update(`${use}\n${path}\n${seconds}`).digest('hex')
  }
}
