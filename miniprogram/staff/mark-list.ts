/** The marks as they are read: open or settled; one that is settled leaves the open ones at once. */
import type { MarkView, OfficeReplies } from '../lib/domain'
import type { Reply } from '../services/request'
import { PagedList } from './paged-list'

export type MarkState = 'open' | 'settled'
type Page = OfficeReplies['marks']
export type FetchMarks = (state: MarkState, after: string | null) => Promise<Reply<Page>>

export class MarkList extends PagedList<MarkState, MarkView, Page> {
  constructor(fetch: FetchMarks) {
    super('open', fetch, ({ marks }) => marks)
  }

  get marks(): MarkView[] {
    return this.items
  }

  /** A mark that was settled here. */
  settle(mark: MarkView): void {
    if (this.choice === 'open') {
      this.drop(mark.id)
    } else {
      this.items = this.items.map((one) => (one.id === mark.id ? mark : one))
    }
  }
}
