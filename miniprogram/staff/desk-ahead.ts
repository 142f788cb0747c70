/**
 * The next application, taken and fetched while the one before is read. It is held from then on, and given back when nobody came
 * to need it. A part of desk.ts.
 */
import type { ReviewApplication, ReviewReplies } from '../lib/domain'
import type { Reply } from '../services/request'

type Next = Reply<ReviewReplies['next']>

export class Ahead {
  private coming: Promise<Next> | null = null
  /** What was fetched, once it is there; '' before. */
  id = ''

  /** @param tell hears of it when it has been fetched, so that its photos can be, too */
  constructor(private readonly tell: (application: ReviewApplication) => void) {}

  get isComing(): boolean {
    return this.coming !== null
  }

  fetch(next: Promise<Next>): void {
    this.id = ''
    this.coming = next
    void next.then((reply) => {
      if (!reply.ok && this.coming === next) {
        this.coming = null // asked again when it is needed
      } else if (reply.ok && reply.value.application) {
        this.tell(reply.value.application)
        this.id = this.coming === next ? reply.value.application.id : this.id
      }
    })
  }

  /** Hands it over; null when nothing was asked for. */
  take(): Promise<Next> | null {
    const { coming } = this
    this.coming = null
    this.id = ''
    return coming
  }
}
