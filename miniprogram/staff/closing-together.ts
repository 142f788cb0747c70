/**
 * Closing a round together with whoever else is at it: this phone calls, and the office is asked how far it is. What both say
 * becomes one progress. Knows neither pages nor words.
 */
import type { Day, RefusalCode, ReviewReplies, RoundView } from '../lib/domain'
import type { Reply } from '../services/request'
import { Closing, type Progress } from './closing'
import { Watch, type Watched } from './watch'

export type Ports = {
  close(round: Day, carryOver: boolean): Promise<Reply<ReviewReplies['close']>>
  progress(round: Day): Promise<Reply<ReviewReplies['progress']>>
}

/** What the page hears. */
export type Told =
  | { kind: 'running'; progress: Progress | null; secondsLeft: number | null }
  | { kind: 'done'; summary: RoundView['lastClosed'] }
  | { kind: 'stopped'; code: RefusalCode; details: object }

export class ClosingTogether {
  private readonly closing: Closing
  private readonly watch: Watch
  private progress: Progress | null = null
  private secondsLeft: number | null = null

  constructor(
    { close, progress: ask }: Ports,
    private readonly tell: (told: Told) => void,
  ) {
    this.closing = new Closing(close, (moved) => this.onMoved(moved))
    this.watch = new Watch(ask, (watched) => this.onWatched(watched))
  }

  /** @param begun how far it was when somebody had started it before */
  async run(round: Day, carryOver: boolean, begun: Progress | null = this.progress): Promise<void> {
    this.progress = begun
    this.tellProgress()
    this.watch.start(round)
    const end = await this.closing.run(round, carryOver)
    if (end.kind === 'done') {
      this.finish(end.summary)
    } else if (end.kind === 'refused') {
      this.halt(end.code, end.details)
    }
  }

  /** Stops calling and asking; the office goes on. */
  stop(): void {
    this.closing.stop()
    this.watch.stop()
  }

  // This phone counts from when it began, the office from when closing was started: what is left is the same.
  private onMoved({ done, total: mine }: Progress): void {
    const total = Math.max(this.progress?.total ?? 0, mine)
    this.progress = { done: total - (mine - done), total }
    this.tellProgress()
  }

  // What the office says: by whomever the work is done.
  private onWatched({ progress, undecided, summary, secondsLeft }: Watched): void {
    this.secondsLeft = secondsLeft
    if (summary) {
      this.finish(summary)
    } else if (progress && undecided > 0 && progress.done >= progress.total) {
      this.closing.stop()
      this.halt('undecided_remain', { count: undecided })
    } else if (progress) {
      this.progress = progress
      this.tellProgress()
    }
  }

  private finish(summary: RoundView['lastClosed']): void {
    this.stop()
    this.tell({ kind: 'done', summary })
  }

  // After any other refusal the office may go on by itself: it is still asked.
  private halt(code: RefusalCode, details: object): void {
    if (code === 'undecided_remain' || code === 'round_not_due') {
      this.watch.stop()
    }
    this.tell({ kind: 'stopped', code, details })
  }

  private tellProgress(): void {
    this.tell({ kind: 'running', progress: this.progress, secondsLeft: this.secondsLeft })
  }
}
