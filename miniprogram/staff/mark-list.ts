/**
 * The marks as they are read: open or settled, page by page, newest first. Answers that come after the choice was changed are
 * dropped; one that is settled leaves the open ones at once.
 */
import type { MarkView, OfficeReplies } from '../lib/domain'
import type { Reply } from '../services/request'

export type MarkState = 'open' | 'settled'
type Page = OfficeReplies['marks']
export type FetchMarks = (state: MarkState, after: string | null) => Promise<Reply<Page>>

export class MarkList {
  state: MarkState = 'open'
  marks: MarkView[] = []
  private after: string | null = null
  private generation = 0
  private loadingMore = false

  constructor(private readonly fetch: FetchMarks) {}

  /** True while there are more than were read. */
  get hasMore(): boolean {
    return this.after !== null
  }

  /**
   * Reads from the start.
   * @returns the reply, or null when a newer reading has taken over
   */
  async open(state: MarkState = this.state): Promise<Reply<Page> | null> {
    this.generation += 1
    const mine = this.generation
    if (state !== this.state) {
      this.state = state
      this.marks = []
      this.after = null
    }
    const reply = await this.fetch(state, null)
    if (mine !== this.generation) {
      return null
    }
    if (reply.ok) {
      this.marks = reply.value.marks
      this.after = reply.value.after
    }
    return reply
  }

  /** Reads the next page; null at the end, or while another page is on its way. */
  async more(): Promise<Reply<Page> | null> {
    if (this.after === null || this.loadingMore) {
      return null
    }
    this.loadingMore = true
    const mine = this.generation
    const reply = await this.fetch(this.state, this.after)
    this.loadingMore = false
    if (mine !== this.generation) {
      return null
    }
    if (reply.ok) {
      const known = new Set(this.marks.map(({ id }) => id))
      this.marks = [...this.marks, ...reply.value.marks.filter(({ id }) => !known.has(id))]
      this.after = reply.value.after
    }
    return reply
  }

  /** A mark that was settled here. */
  settle(mark: MarkView): void {
    this.marks =
      this.state === 'open'
        ? this.marks.filter(({ id }) => id !== mark.id)
        : this.marks.map((one) => (one.id === mark.id ? mark : one))
  }
}
