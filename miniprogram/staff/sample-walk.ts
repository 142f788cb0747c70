/** Looking at a random sample one by one: what is on the screen, and what was looked at so far. */
import type { ReviewReplies, SampleItem } from '../lib/domain'

type Sample = ReviewReplies['sampleExact']

export class SampleWalk {
  place = 0
  private readonly looked = new Set<string>()

  constructor(readonly sample: Sample) {}

  /** Those that were found to be fine. */
  get seen(): string[] {
    return [...this.looked]
  }

  /** This one is fine. @returns true when there is another one; it is on the screen now */
  fine(): boolean {
    const { items } = this.sample
    const item: SampleItem | undefined = items[this.place]
    if (item) {
      this.looked.add(item.id)
    }
    const hasMore = this.place + 1 < items.length
    this.place += hasMore ? 1 : 0
    return hasMore
  }

  back(): void {
    this.place = Math.max(this.place - 1, 0)
  }
}
