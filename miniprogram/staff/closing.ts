/**
 * Closing a round from the phone: the function works for a few seconds a call and says what is left; this calls again until
 * nothing is. Leaving the page, losing the network or the phone itself changes nothing: the office's timer goes on, and while
 * it or a colleague is at work a call moves nothing and waits. Source: product "Closing a round".
 */
import type { Day, RefusalCode, ReviewReplies } from '../lib/domain'
import type { Reply } from '../services/request'

type Close = (round: Day, carryOver: boolean) => Promise<Reply<ReviewReplies['close']>>
type Summary = ReviewReplies['close']['summary']

/** How far it has come. `total` is what was there when this phone began. */
export type Progress = { readonly done: number; readonly total: number }

export type Closed =
  | { kind: 'done'; summary: Summary }
  | { kind: 'stopped' }
  | { kind: 'refused'; code: RefusalCode; details: Readonly<Record<string, string | number>> }

/** Between calls that move nothing because somebody else is at work. */
const PAUSE_MS = 3_000
// So many calls in a row without anything moving, longer than a dead closer is waited for: something is in the way, and the
// person should know instead of watching a bar.
const IDLE_CALLS = 12

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, PAUSE_MS))

export class Closing {
  private stopped = false

  constructor(
    private readonly close: Close,
    private readonly show: (progress: Progress) => void,
    private readonly wait: () => Promise<void> = pause,
  ) {}

  /** Stops after the call that is on its way. */
  stop(): void {
    this.stopped = true
  }

  /** Calls until the round is closed, refused or stopped. */
  async run(round: Day, carryOver: boolean): Promise<Closed> {
    this.stopped = false
    let done = 0
    let lowest = Number.POSITIVE_INFINITY
    let idle = 0
    while (!this.stopped) {
      const reply = await this.close(round, carryOver)
      if (!reply.ok) {
        return { kind: 'refused', code: reply.code, details: reply.details ?? {} }
      }
      const { handled, left } = reply.value
      done += handled
      this.show({ done, total: done + left })
      if (reply.value.done) {
        return { kind: 'done', summary: reply.value.summary }
      }
      idle = left < lowest ? 0 : idle + 1
      lowest = Math.min(lowest, left)
      if (idle >= IDLE_CALLS) {
        return { kind: 'refused', code: 'internal', details: {} }
      }
      if (handled === 0) {
        await this.wait()
      }
    }
    return { kind: 'stopped' }
  }
}
