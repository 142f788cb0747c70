/**
 * What the queue page has read: one list, the round that it belongs to, and how long every list is. Kept apart from the page,
 * which only shows it.
 */
import type { Instant, RoundView } from '../lib/domain'
import { review } from '../services/review'
import { takeChanges } from './decided'
import { isNarrowed, narrowing } from './narrowing'
import type { ListReply, QueueList } from './queue-list'
import { emptyList } from './queue-source'

export class QueueReading {
  readonly list: QueueList = emptyList()
  round: RoundView | null = null
  /** Lengths of the lists, narrowed when the lists are. */
  counts: RoundView['counts'] | null = null

  /** Reads the round; without an answer the one that was read stays. @returns whether there was an answer */
  async readRound(): Promise<boolean> {
    // The round has the length of the whole lists; narrowed ones are counted by themselves.
    const [whole, narrow] = await Promise.all([
      review('round', {}),
      isNarrowed() ? review('counts', { narrow: narrowing() }) : null,
    ])
    if (whole.ok) {
      this.round = whole.value
      this.counts = narrow?.ok ? narrow.value.counts : whole.value.counts
    }
    return whole.ok
  }

  /** When the queue changes by itself: the cut-off that is ahead, unless a round is due already. */
  get changesAt(): Instant | null {
    return this.round && !this.round.due ? (this.round.next?.cutOff ?? null) : null
  }

  /** Takes what was decided on other pages off the list. @returns what tells whether that was all that happened */
  takeDecided(): { others: boolean; expected: number } {
    const { gone, others } = takeChanges(this.list.filter)
    const expected = this.length() - gone.size
    this.list.remove(gone)
    return { others, expected }
  }

  /** Reads the list again when colleagues decided as well or the round was closed; null when nothing of that happened. */
  async catchUp({ others, expected }: { others: boolean; expected: number }): Promise<ListReply | null> {
    const isBehind = others || this.list.items.length === 0 || this.length() !== expected
    return isBehind ? this.list.reread() : null
  }

  private length(): number {
    return this.counts?.[this.list.filter] ?? 0
  }
}
