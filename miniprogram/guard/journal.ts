/**
 * The guard's journal: every scan is written to the phone before its verdict is shown, and delivered when there is a network,
 * each exactly once. The id is made on this phone and the office stores an id once, so a batch whose answer was lost is simply
 * sent again. Source: product "Gate" ("stored on the guard's phone first and synchronised later, each exactly once").
 *
 * Kept in segments, so that a scan rewrites one small value and not the whole day. Whatever moment the phone dies in, the
 * index may name an empty segment or one that is gone, never miss one that is there.
 */
import type { RefusalCode, Scan } from '../lib/domain'
import type { Reply } from '../services/request'
import type { Store } from './store'

const INDEX = 'guard.journal'
const REFUSED = 'guard.journal.refused'
/** Scans of one segment, which is also one delivery; the office takes 200. */
export const SEGMENT_SCANS = 50

/** First and last segment; the last one is being written. */
type Index = { first: number; last: number }

/** Hands scans to the office. */
export type Deliver = (scans: Scan[]) => Promise<Reply<{ stored: number }>>

/** How a delivery ended: everything is there, or why it stopped. */
export type Delivered = 'all' | RefusalCode

export class Journal {
  private index: Index
  private running: Promise<Delivered> | null = null
  private readonly travelling = new Set<string>()

  constructor(private readonly store: Store) {
    this.index = readIndex(store)
  }

  /** Writes a scan down; when this returns, it survives a restart. */
  append(scan: Scan): void {
    if (this.segment(this.index.last).length >= SEGMENT_SCANS) {
      this.moveTo({ first: this.index.first, last: this.index.last + 1 })
    }
    this.write(this.index.last, [...this.segment(this.index.last), scan])
  }

  /**
   * Corrects a scan whose verdict changed when the office answered late.
   * @returns false when it has been delivered, or is on its way: the office then knows the verdict as it gave it
   */
  amend(id: string, change: Pick<Scan, 'verdict' | 'online'>): boolean {
    if (this.travelling.has(id)) {
      return false
    }
    for (let number = this.index.last; number >= this.index.first; number -= 1) {
      const scans = this.segment(number)
      if (scans.some((scan) => scan.id === id)) {
        this.write(
          number,
          scans.map((scan) => (scan.id === id ? { ...scan, ...change } : scan)),
        )
        return true
      }
    }
    return false
  }

  /** How many scans wait to be delivered. */
  get pending(): number {
    let count = 0
    for (let number = this.index.first; number <= this.index.last; number += 1) {
      count += this.segment(number).length
    }
    return count
  }

  /** Scans that the office would not take; kept for whoever looks into it. */
  get refused(): Scan[] {
    return scansOf(this.store.read(REFUSED))
  }

  /** Delivers everything, oldest first. A second call while one is running joins it. */
  send(deliver: Deliver): Promise<Delivered> {
    this.running ??= this.sendAll(deliver).finally(() => {
      this.running = null
    })
    return this.running
  }

  private async sendAll(deliver: Deliver): Promise<Delivered> {
    for (;;) {
      const { first, last } = this.index
      const scans = this.segment(first)
      if (scans.length > 0) {
        const outcome = await this.sendSegment(first, scans, deliver)
        if (outcome !== 'all') {
          return outcome
        }
      } else if (first < last) {
        this.store.remove(segmentKey(first))
        this.moveTo({ first: first + 1, last })
      } else {
        return 'all'
      }
    }
  }

  private async sendSegment(number: number, scans: Scan[], deliver: Deliver): Promise<Delivered> {
    const outcome = await this.deliverOnce(number, scans, deliver)
    if (outcome !== 'bad_request') {
      return outcome
    }
    // One scan that the office cannot read must not hold up the others: each goes by itself, the unreadable one aside.
    for (const scan of scans) {
      const single = await this.deliverOnce(number, [scan], deliver)
      if (single === 'bad_request') {
        this.store.write(REFUSED, [...this.refused, scan])
        this.forget(number, [scan])
      } else if (single !== 'all') {
        return single
      }
    }
    return 'all'
  }

  private async deliverOnce(number: number, scans: Scan[], deliver: Deliver): Promise<Delivered> {
    for (const { id } of scans) {
      this.travelling.add(id)
    }
    const reply = await deliver(scans)
    this.travelling.clear()
    if (!reply.ok) {
      return reply.code
    }
    this.forget(number, scans)
    return 'all'
  }

  // The segment may have grown meanwhile: only what was delivered leaves it.
  private forget(number: number, gone: Scan[]): void {
    const ids = new Set(gone.map(({ id }) => id))
    this.write(
      number,
      this.segment(number).filter(({ id }) => !ids.has(id)),
    )
  }

  private segment(number: number): Scan[] {
    return scansOf(this.store.read(segmentKey(number)))
  }

  private write(number: number, scans: Scan[]): void {
    this.store.write(segmentKey(number), scans)
  }

  private moveTo(index: Index): void {
    this.store.write(INDEX, index)
    this.index = index
  }
}

function segmentKey(number: number): string {
  return `${INDEX}.${number}`
}

function readIndex(store: Store): Index {
  const value = store.read(INDEX) as Partial<Index> | null | undefined
  return typeof value?.first === 'number' && typeof value.last === 'number'
    ? { first: value.first, last: value.last }
    : { first: 0, last: 0 }
}

function scansOf(value: unknown): Scan[] {
  return Array.isArray(value) ? (value as Scan[]) : []
}
