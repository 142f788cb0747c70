/** The audit log as it is read: filtered, page by page. Answers that come after the filter was changed are dropped. */
import type { AuditEntryView, OfficeReplies, OfficeRequest } from '../lib/domain'
import type { Reply } from '../services/request'

export type LogFilter = Pick<OfficeRequest<'audit'>, 'by' | 'what' | 'from' | 'until'>
type Page = OfficeReplies['audit']
export type FetchLog = (request: OfficeRequest<'audit'>) => Promise<Reply<Page>>

export class LogList {
  entries: AuditEntryView[] = []
  first: Page | null = null
  private filter: LogFilter = {}
  private after: string | null = null
  private generation = 0
  private loadingMore = false

  constructor(private readonly fetch: FetchLog) {}

  /** True while there are more than were read. */
  get hasMore(): boolean {
    return this.after !== null
  }

  /** Reads from the start; null when a newer reading has taken over. */
  async open(filter: LogFilter = this.filter): Promise<Reply<Page> | null> {
    this.generation += 1
    const mine = this.generation
    this.filter = filter
    const reply = await this.fetch(filter)
    if (mine !== this.generation) {
      return null
    }
    if (reply.ok) {
      this.first = reply.value
      this.entries = reply.value.entries
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
    const reply = await this.fetch({ ...this.filter, after: this.after })
    this.loadingMore = false
    if (mine !== this.generation) {
      return null
    }
    if (reply.ok) {
      this.entries = [...this.entries, ...reply.value.entries]
      this.after = reply.value.after
    }
    return reply
  }
}
