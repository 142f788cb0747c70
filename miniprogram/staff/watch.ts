/**
 * Watching a closing: asks every few seconds how far it is, whoever does the work, and until when it will take. A missing
 * answer changes nothing; the next one comes. Source: product "Closing a round".
 */
import { type ClosingProgress, type Day, type ReviewReplies, type Sample, secondsLeft } from '../lib/domain'
import type { Reply } from '../services/request'

type Answer = ReviewReplies['progress']
type Ask = (round: Day) => Promise<Reply<Answer>>

export type Watched = Answer & { secondsLeft: number | null }

const EVERY_MS = 3_000

export class Watch {
  private timer: ReturnType<typeof setTimeout> | null = null
  private samples: Sample[] = []

  constructor(
    private readonly ask: Ask,
    private readonly show: (watched: Watched) => void,
  ) {}

  /** Watches until {@link stop}, or until the round is closed. */
  start(round: Day): void {
    this.stop()
    this.samples = []
    this.next(round)
  }

  stop(): void {
    if (this.timer !== null) {
      clearTimeout(this.timer)
      this.timer = null
    }
  }

  private next(round: Day): void {
    this.timer = setTimeout(() => void this.look(round), EVERY_MS)
  }

  /** Asks once. */
  async look(round: Day): Promise<void> {
    const asked = this.timer
    const reply = await this.ask(round)
    if (this.timer !== asked) {
      return // stopped or started anew while the answer was on its way
    }
    if (reply.ok) {
      this.learn(reply.value.now, reply.value.progress)
      const total = reply.value.progress?.total ?? 0
      this.show({ ...reply.value, secondsLeft: secondsLeft(this.samples, total) })
    }
    if (this.timer !== null && !(reply.ok && reply.value.summary)) {
      this.next(round)
    }
  }

  private learn(at: number, progress: ClosingProgress | null): void {
    if (progress) {
      this.samples.push({ at, done: progress.done })
    }
  }
}
