/**
 * How long a verdict waits for the office. A queue of people must not pay for a dead network again and again: each silence
 * shortens the wait, down to none, and only a word that comes in time restores it. The office is still asked meanwhile, but
 * by a few requests at once, because those on a dead line end only after a minute.
 */
import type { Instant } from '../lib/domain'
import type { OfficeWord } from './decision'

/** Milliseconds to wait after so many silences in a row. */
const WAITS = [1_500, 500, 0] as const
/** The longest wait. */
export const PATIENCE_MS = WAITS[0]
const MOST_ASKING = 3

export class Patience {
  private silences = 0
  private asking = 0

  constructor(private readonly now: () => Instant) {}

  /** How long to wait now. */
  get milliseconds(): number {
    return WAITS[Math.min(this.silences, WAITS.length - 1)] ?? 0
  }

  /** False while enough requests are still without an answer. */
  get mayAsk(): boolean {
    return this.asking < MOST_ASKING
  }

  /** Notes that a wait was in vain. */
  ranOut(): void {
    this.silences += 1
  }

  /** Follows a request to its end. */
  async listen(word: Promise<OfficeWord>): Promise<OfficeWord> {
    const askedAt = this.now()
    this.asking += 1
    const heard = await word
    this.asking -= 1
    if (!heard.said && (heard.why === 'no_answer' || heard.why === 'offline')) {
      this.silences += 1
    } else if (this.now() - askedAt <= PATIENCE_MS) {
      this.silences = 0
    }
    return heard
  }
}
