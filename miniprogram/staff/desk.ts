/**
 * A reviewer's desk: one application after the other. The next one is taken and fetched while this one is read, a decision is
 * sent while the next is already on the screen, and the last decision is ready to be undone. What lies here is held, so that
 * no colleague meets it, and given back on leaving. Knows neither pages nor words. Source: product "Review".
 */
import type { ReviewApplication, ReviewReplies, Verdict } from '../lib/domain'
import type { Reply } from '../services/request'
import { Ahead } from './desk-ahead'

export type DeskPorts = {
  load(id: string): Promise<Reply<ReviewApplication>>
  /** Takes the next one after a place in the queue, none of those in hand. */
  next(inHand: string[], after: string | undefined): Promise<Reply<ReviewReplies['next']>>
  decide(id: string, version: number, verdict: Verdict): Promise<Reply<ReviewReplies['decide']>>
  undo(id: string, version: number): Promise<Reply<ReviewReplies['undo']>>
  hold(ids: string[]): Promise<Reply<ReviewReplies['hold']>>
  release(ids: string[]): Promise<unknown>
  /** Told of every decision that was stored; null is an undone one. */
  note(id: string, kind: Verdict['kind'] | null): void
  /** Told when the next one has been fetched, so that its photos can be, too. */
  ahead(application: ReviewApplication): void
}

/** The last decision, as the undo bar shows it; `version` is known once it is stored. */
export type LastDecision = { id: string; kind: Verdict['kind']; name: string; version: Promise<number | null> }

type Arrival = Reply<{ application: ReviewApplication | null }>

export class Desk {
  /** The application on the desk. */
  current: ReviewApplication | null = null
  last: LastDecision | null = null
  /** In hand and yet to be read: what was put aside to look at another one first. */
  private shelf: ReviewApplication[] = []
  private readonly ahead: Ahead
  private sending: Promise<unknown> = Promise.resolve()
  private place: string | undefined
  private left = false

  constructor(private readonly ports: DeskPorts) {
    this.ahead = new Ahead((application) => ports.ahead(application))
  }

  /** Puts an application on the desk; the one that lies there is put aside when it still waits. */
  async open(id: string): Promise<Reply<ReviewApplication>> {
    const reply = await this.ports.load(id)
    if (reply.ok) {
      this.putAside(id)
      this.arrive(reply.value)
    }
    return reply
  }

  /** Puts the next one on the desk, at once when it was fetched ahead; null when nobody's is left. */
  async advance(): Promise<Arrival> {
    const waiting = this.shelf.shift()
    if (waiting) {
      this.arrive(waiting)
      return { ok: true, value: { application: waiting } }
    }
    const reply = await (this.ahead.take() ?? this.takeNext())
    const application = reply.ok ? reply.value.application : null
    const { current } = this
    if (current) {
      // A decision was refused meanwhile: that one comes first.
      this.shelf = application ? [application, ...this.shelf] : this.shelf
      return { ok: true, value: { application: current } }
    }
    if (application) {
      this.arrive(application)
    }
    return reply
  }

  /** Reads the current application again, because somebody else changed it. */
  async reload(): Promise<Reply<ReviewApplication> | null> {
    const id = this.current?.id
    const reply = id === undefined ? null : await this.ports.load(id)
    if (reply?.ok) {
      this.current = reply.value
    }
    return reply
  }

  /**
   * Decides about the current application and takes it off the desk.
   * @returns the answer, which need not be waited for; when it is a refusal the application lies on the desk again
   */
  decide(verdict: Verdict): Promise<Reply<ReviewReplies['decide']>> | null {
    const application = this.current
    if (!application) {
      return null
    }
    const { id, version, nameChinese, nameLatin } = application
    const reply = this.ports.decide(id, version, verdict).then((answer) => this.settle(application, verdict, answer))
    const stored = reply.then((answer) => (answer.ok ? answer.value.version : null))
    this.last = { id, kind: verdict.kind, name: nameChinese || nameLatin, version: stored }
    this.sending = Promise.all([this.sending, reply])
    this.current = null
    this.place = application.position
    return reply
  }

  /** When every decision was answered. */
  async sent(): Promise<void> {
    await this.sending
  }

  /** Undoes the last decision and puts that application on the desk. */
  async undo(): Promise<Reply<ReviewApplication> | null> {
    const { last } = this
    const version = await last?.version
    if (!last || version == null) {
      return null
    }
    this.last = null
    return this.undoStored(last.id, version)
  }

  /** Undoes the stored decision of the application on the desk. */
  async undoCurrent(): Promise<Reply<ReviewApplication> | null> {
    const { current } = this
    return current?.decision ? this.undoStored(current.id, current.version) : null
  }

  /** Gives the current one back undecided and goes on. */
  async skip(): Promise<Arrival> {
    const { current } = this
    this.current = null
    if (current) {
      this.place = current.position
      await this.giveBack([current])
    }
    return this.advance()
  }

  /** Renews what is in hand. @returns true when the current one was lost to somebody else */
  async renew(): Promise<boolean> {
    const ids = this.inHand()
    const reply = ids.length > 0 ? await this.ports.hold(ids) : null
    if (!reply?.ok) {
      return false
    }
    const lost = new Set(reply.value.lost)
    this.shelf = this.shelf.filter(({ id }) => !lost.has(id))
    return this.current !== null && isMine(this.current) && lost.has(this.current.id)
  }

  /** Gives everything back. */
  async leave(): Promise<void> {
    this.left = true
    const ahead = this.ahead.take()
    const inHand = [...this.shelf, ...(this.current ? [this.current] : [])]
    this.shelf = []
    await this.giveBack(inHand)
    await this.giveBackAhead(ahead)
  }

  private async undoStored(id: string, version: number): Promise<Reply<ReviewApplication>> {
    const reply = await this.ports.undo(id, version)
    if (!reply.ok) {
      return reply
    }
    this.ports.note(id, null)
    return this.open(id)
  }

  private settle(application: ReviewApplication, verdict: Verdict, answer: Reply<ReviewReplies['decide']>) {
    if (answer.ok) {
      this.ports.note(application.id, verdict.kind)
    } else {
      if (this.last?.id === application.id) {
        this.last = null
      }
      this.putAside(application.id)
      this.current = application
    }
    return answer
  }

  private arrive(application: ReviewApplication): void {
    this.current = application
    this.place = application.position
    this.shelf = this.shelf.filter(({ id }) => id !== application.id)
    if (!this.ahead.isComing && this.shelf.length === 0 && application.decidable && !this.left) {
      this.ahead.fetch(this.takeNext())
    }
  }

  private takeNext(): Promise<Reply<ReviewReplies['next']>> {
    return this.ports.next(this.inHand(), this.place)
  }

  private inHand(): string[] {
    const held = [...(this.current ? [this.current] : []), ...this.shelf].filter(isMine).map(({ id }) => id)
    return this.ahead.id === '' ? held : [...held, this.ahead.id]
  }

  private putAside(arriving: string): void {
    const { current } = this
    if (current && current.id !== arriving && isMine(current)) {
      this.shelf = [current, ...this.shelf]
    }
  }

  private async giveBack(applications: readonly ReviewApplication[]): Promise<void> {
    const ids = applications.filter(isMine).map(({ id }) => id)
    if (ids.length > 0) {
      await this.ports.release(ids)
    }
  }

  private async giveBackAhead(ahead: Promise<Reply<ReviewReplies['next']>> | null): Promise<void> {
    const reply = await ahead
    if (reply?.ok && reply.value.application) {
      await this.giveBack([reply.value.application])
    }
  }
}

const isMine = ({ hold }: ReviewApplication) => hold?.mine === true
