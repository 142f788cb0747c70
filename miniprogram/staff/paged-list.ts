/**
 * A list that is read page by page, newest first, under a choice (open or settled, failed or uncertain …). Answers that come
 * after the choice was changed are dropped.
 */
import type { Reply } from '../services/request'

/** What a page of items looks like; `after` is where the next one begins, null at the end. */
export type Paged = { after: string | null }

export class PagedList<Choice, Item extends { id: string }, Page extends Paged> {
  items: Item[] = []
  private after: string | null = null
  private generation = 0
  private loadingMore = false

  /** @param itemsOf the items of a page */
  constructor(
    public choice: Choice,
    private readonly fetch: (choice: Choice, after: string | null) => Promise<Reply<Page>>,
    private readonly itemsOf: (page: Page) => Item[],
  ) {}

  /** True while there are more than were read. */
  get hasMore(): boolean {
    return this.after !== null
  }

  /**
   * Reads from the start.
   * @returns the reply, or null when a newer reading has taken over
   */
  async open(choice: Choice = this.choice): Promise<Reply<Page> | null> {
    this.generation += 1
    const mine = this.generation
    if (choice !== this.choice) {
      this.choice = choice
      this.items = []
      this.after = null
    }
    const reply = await this.fetch(choice, null)
    if (mine !== this.generation) {
      return null
    }
    if (reply.ok) {
      this.items = this.itemsOf(reply.value)
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
    const reply = await this.fetch(this.choice, this.after)
    this.loadingMore = false
    if (mine !== this.generation) {
      return null
    }
    if (reply.ok) {
      const known = new Set(this.items.map(({ id }) => id))
      this.items = [...this.items, ...this.itemsOf(reply.value).filter(({ id }) => !known.has(id))]
      this.after = reply.value.after
    }
    return reply
  }

  /** Takes an item out that no longer belongs here. */
  drop(id: string): void {
    this.items = this.items.filter((one) => one.id !== id)
  }
}
