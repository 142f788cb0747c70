/**
 * The queue as it is read: one filter, page by page, oldest application first. Answers that come after the filter was changed
 * or the list was refreshed are dropped; an application that moved between two pages is shown once.
 */
import type { QueueFilter, QueueItem, ReviewReplies } from '../lib/domain'
import type { Reply } from '../services/request'

/** Fetches one page; `after` is the cursor of the page before. */
export type FetchPage = (filter: QueueFilter, after?: string) => Promise<Reply<ReviewReplies['queue']>>

export type ListReply = Reply<ReviewReplies['queue']>

const REREAD_PAGES = 5

export class QueueList {
  filter: QueueFilter = 'undecided'
  items: QueueItem[] = []
  /** The cursor of the next page; null at the end. */
  after: string | null = null
  private generation = 0
  private loadingMore = false

  constructor(private readonly fetch: FetchPage) {}

  /**
   * Reads a filter from the start. What was shown stays until the answer is there.
   * @returns the reply, or null when a newer reading has taken over
   */
  async open(filter: QueueFilter = this.filter): Promise<ListReply | null> {
    this.generation += 1
    const mine = this.generation
    if (filter !== this.filter) {
      this.filter = filter
      this.items = []
      this.after = null
    }
    const reply = await this.fetch(filter)
    if (mine !== this.generation) {
      return null
    }
    if (reply.ok) {
      this.items = reply.value.items
      this.after = reply.value.after
    }
    return reply
  }

  /**
   * Reads again as much as was shown, because colleagues decided meanwhile, and swaps it in at once: the place on the screen
   * stays. At most {@link REREAD_PAGES} pages; a longer list goes on from there by scrolling.
   * @returns the last reply, or null when a newer reading has taken over
   */
  async reread(): Promise<ListReply | null> {
    this.generation += 1
    const mine = this.generation
    const wanted = this.items.length
    const items: QueueItem[] = []
    let after: string | null = null
    for (let page = 1; ; page += 1) {
      const reply: ListReply = await this.fetch(this.filter, after ?? undefined)
      if (mine !== this.generation) {
        return null
      }
      if (!reply.ok) {
        return reply
      }
      items.push(...reply.value.items)
      after = reply.value.after
      if (after === null || items.length >= wanted || page === REREAD_PAGES) {
        this.items = items
        this.after = after
        return reply
      }
    }
  }

  /**
   * Reads the next page.
   * @returns the reply, or null at the end, while another page is on its way, or when a newer reading has taken over
   */
  async more(): Promise<ListReply | null> {
    if (this.after === null || this.loadingMore) {
      return null
    }
    this.loadingMore = true
    const mine = this.generation
    const reply = await this.fetch(this.filter, this.after)
    this.loadingMore = false
    if (mine !== this.generation) {
      return null
    }
    if (reply.ok) {
      const known = new Set(this.items.map(({ id }) => id))
      this.items = [...this.items, ...reply.value.items.filter(({ id }) => !known.has(id))]
      this.after = reply.value.after
    }
    return reply
  }

  /** Takes applications off the list that no longer belong to its filter. */
  remove(ids: ReadonlySet<string>): void {
    this.items = this.items.filter(({ id }) => !ids.has(id))
  }
}
