/**
 * Reading one application after the other: what the desk answers becomes what the page has to show. The next one is on the screen
 * before a decision was answered; when that is refused, its application comes back with the reason on top. Knows no wx.
 */
import type { RefusalCode, ReviewApplication, Verdict } from '../lib/domain'
import type { Reply } from '../services/request'
import type { Desk } from './desk'

/** A second tap of the same thumb must not decide about the one that has just come up. */
const DOUBLE_TAP_MS = 350

/** Undecided applications that this reviewer cannot take; `own`: because they entered them from paper themselves. */
export type Left = { all: number; own: number }

/** What is on the screen beside the application itself, which is the desk's. */
export type Scene = {
  state: 'loading' | 'ready' | 'error'
  /** Why there is nothing to show. */
  code: RefusalCode | ''
  /** What became of the last act, when it came to nothing. */
  refusal: RefusalCode | ''
  /** Of `code` or `refusal`. */
  details: object
  /** Nothing is left to take: all is decided, or the rest is for colleagues. */
  left: Left | null
  undoing: boolean
}

export const firstScene: Scene = { state: 'loading', code: '', refusal: '', details: {}, left: null, undoing: false }

type Refused = Extract<Reply<unknown>, { ok: false }>

export class Reviewing {
  private scene = firstScene
  private decidedAt = 0

  /**
   * @param countLeft asked when there is nothing to take
   * @param show hears of every change, and reads the desk
   */
  constructor(
    private readonly desk: Desk,
    private readonly countLeft: () => Promise<Left>,
    private readonly show: (scene: Scene) => void,
  ) {}

  /** Opens this one, or the first that is free. */
  async begin(id: string): Promise<void> {
    await (id === '' ? this.goOn() : this.open(id))
  }

  async open(id: string): Promise<void> {
    this.clear()
    this.arrive(await this.desk.open(id))
  }

  goOn(): Promise<void> {
    return this.advance(() => this.desk.advance())
  }

  /** Gives this one back and takes the next. */
  next(): Promise<void> {
    return this.advance(() => this.desk.skip())
  }

  /** Renews what is in hand; one that was lost to a colleague is shown as it is now. */
  async renew(): Promise<void> {
    if (await this.desk.renew()) {
      this.arrive(await this.desk.reload())
    }
  }

  /** @param at milliseconds of the tap */
  async decide(verdict: Verdict, at: number): Promise<void> {
    const application = this.desk.current
    if (!application || at - this.decidedAt < DOUBLE_TAP_MS) {
      return
    }
    this.decidedAt = at
    const sent = this.desk.decide(verdict)
    const [reply] = await Promise.all([sent, this.goOn()])
    if (reply && !reply.ok) {
      await this.explain(application.id, reply)
    }
  }

  /** @returns true when it was undone */
  undo(): Promise<boolean> {
    return this.undoBy(() => this.desk.undo())
  }

  /** Undoes what was decided about the application on the screen. */
  undoCurrent(): Promise<boolean> {
    return this.undoBy(() => this.desk.undoCurrent())
  }

  private async undoBy(work: () => Promise<Reply<ReviewApplication> | null>): Promise<boolean> {
    if (this.scene.undoing) {
      return false
    }
    this.change({ undoing: true, refusal: '' })
    const reply = await work()
    this.change({ undoing: false })
    if (reply?.ok) {
      // Who undid means what comes next, however fast.
      this.decidedAt = 0
      this.clear()
      this.arrive(reply)
    } else if (reply) {
      await this.explain(this.desk.current?.id ?? '', reply)
    }
    return reply?.ok === true
  }

  private async advance(step: () => Promise<Reply<{ application: ReviewApplication | null }>>): Promise<void> {
    this.clear()
    const reply = await step()
    if (!reply.ok || reply.value.application) {
      this.arrive(reply)
      return
    }
    await this.desk.sent()
    const left = await this.countLeft()
    // A decision may have been refused meanwhile, and lie on the desk again.
    if (!this.desk.current) {
      this.change({ state: 'ready', left })
    }
  }

  // It lies on the desk again: somebody was faster, the round was closed, or nothing got through.
  private async explain(id: string, { code, details = {} }: Refused): Promise<void> {
    this.decidedAt = 0
    this.clear()
    const isStale = code !== 'offline' && code !== 'no_answer' && code !== 'busy'
    this.arrive(isStale && this.desk.current?.id === id ? await this.desk.reload() : null)
    this.change({ refusal: code, details })
  }

  private arrive(reply: Reply<unknown> | null): void {
    this.change(
      reply && !reply.ok ? { state: 'error', code: reply.code, details: reply.details ?? {} } : { state: 'ready' },
    )
  }

  private clear(): void {
    this.change({ ...firstScene, undoing: this.scene.undoing })
  }

  private change(changed: Partial<Scene>): void {
    this.scene = { ...this.scene, ...changed }
    this.show(this.scene)
  }
}
