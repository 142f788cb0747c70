/**
 * Access tokens, as getStableAccessToken gives them out: two hours, the same one for everybody who asks, a new one in the last
 * five minutes, on demand, and never two new ones at once.
 */
import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock/clock'

const LIFE_MS = 7_200_000
const OVERLAP_MS = 5 * 60_000

type Token = { text: string; until: number }

export class Tokens {
  private given: Token[] = []
  /** How often somebody asked. */
  asked = 0

  constructor(private readonly clock: Clock) {}

  /** The token and the seconds that it still lives. */
  give(force: boolean): { access_token: string; expires_in: number } {
    this.asked += 1
    const now = this.clock.now()
    const newest = this.given.at(-1)
    const keeps = newest && !force && newest.until - now > OVERLAP_MS
    const token = keeps ? newest : { text: `tok_${randomBytes(24).toString('hex')}`, until: now + LIFE_MS }
    // By force the older ones end at once; otherwise they live out their time.
    if (!keeps) this.given = force ? [token] : [...this.given.slice(-1), token]
    return { access_token: token.text, expires_in: Math.floor((token.until - now) / 1000) }
  }

  /** The errcode for a token; 0 when it is good. */
  errcode(text: string): number {
    const token = this.given.find((one) => one.text === text)
    if (!token) return 40001
    return token.until > this.clock.now() ? 0 : 42001
  }

  /** Makes every token invalid, as a changed AppSecret does. */
  clear(): void {
    this.given = []
    this.asked = 0
  }
}
