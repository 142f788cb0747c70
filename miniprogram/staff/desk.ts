/**
 * A reviewer's desk: one application after the other, with the next one fetched while this one is read, and the last decision
 * ready to be undone. Knows neither pages nor words. Source: product "Review" (two reviewers never decide the same one twice;
 * a decision can be undone until the round closes).
 */
import type { ReviewApplication, ReviewReplies, Verdict } from '../lib/domain'
import type { Reply } from '../services/request'

export type DeskPorts = {
  load(id: string): Promise<Reply<ReviewApplication>>
  decide(id: string, version: number, verdict: Verdict): Promise<Reply<ReviewReplies['decide']>>
  undo(id: string, version: number): Promise<Reply<ReviewReplies['undo']>>
  /** Told of every decision that was stored; null is an undone one. */
  note(id: string, kind: Verdict['kind'] | null): void
}

/** The last decision, as the undo bar shows it. */
export type LastDecision = { id: string; version: number; kind: Verdict['kind']; name: string }

export class Desk {
  /** The application on the desk. */
  current: ReviewApplication | null = null
  last: LastDecision | null = null
  private ahead: { id: string; reply: Promise<Reply<ReviewApplication>> } | null = null
  /** Decided at this desk: what was fetched ahead may still name one of them as the next. */
  private readonly settled = new Set<string>()

  constructor(private readonly ports: DeskPorts) {}

  /** Puts an application on the desk. */
  async open(id: string): Promise<Reply<ReviewApplication>> {
    const reply = await (this.ahead?.id === id ? this.ahead.reply : this.ports.load(id))
    this.ahead = null
    if (reply.ok) {
      this.current = reply.value
      this.fetchAhead(reply.value)
    }
    return reply
  }

  /** Reads the current application again, because somebody else changed it. */
  async reload(): Promise<Reply<ReviewApplication> | null> {
    this.ahead = null
    return this.current && this.open(this.current.id)
  }

  /**
   * Decides about the current application.
   * @returns the next undecided one of the round, null when there is none; `already_decided` when another reviewer was faster
   */
  async decide(verdict: Verdict): Promise<Reply<{ next: string | null }> | null> {
    const application = this.current
    if (!application) {
      return null
    }
    const { id, version } = application
    const reply = await this.ports.decide(id, version, verdict)
    if (!reply.ok) {
      return reply
    }
    this.ports.note(id, verdict.kind)
    this.settled.add(id)
    const name = application.nameChinese || application.nameLatin
    this.last = { id, version: reply.value.version, kind: verdict.kind, name }
    return this.following(application)
  }

  /** Undoes the last decision, or that of the current application, and names the application to look at again. */
  async undo(): Promise<Reply<{ id: string }> | null> {
    const { last } = this
    if (!last) {
      return null
    }
    const reply = await this.ports.undo(last.id, last.version)
    this.last = null
    this.ahead = null
    if (!reply.ok) {
      return reply
    }
    this.ports.note(last.id, null)
    this.settled.delete(last.id)
    return { ok: true, value: { id: last.id } }
  }

  /** Undoes the stored decision of the application on the desk. */
  async undoCurrent(): Promise<Reply<{ id: string }> | null> {
    const application = this.current
    if (!application?.decision) {
      return null
    }
    const { id, version } = application
    const { kind } = application.decision
    this.last = { id, version, kind, name: '' }
    return this.undo()
  }

  // What the application itself named, unless it was read before that one was decided here: then the office is asked again.
  private async following({ id, next }: ReviewApplication): Promise<Reply<{ next: string | null }>> {
    if (next === null || !this.settled.has(next)) {
      return { ok: true, value: { next } }
    }
    const fresh = await this.ports.load(id)
    return fresh.ok ? { ok: true, value: { next: fresh.value.next } } : fresh
  }

  // Only a decision of another reviewer can make it stale; deciding on it is then refused and it is read again.
  private fetchAhead({ next }: ReviewApplication): void {
    this.ahead = next === null || this.settled.has(next) ? null : { id: next, reply: this.ports.load(next) }
  }
}
