/**
 * Scans that wait to be delivered, oldest first, on the phone's storage. Kept in segments, so that a scan rewrites one small
 * value and not the whole day. Whatever moment the phone dies in, the index may name an empty segment or one that is gone,
 * never miss one that is there; and since scans leave from the front only, all segments but the first and the last are full.
 *
 * A full phone does not close the gate: what cannot be written waits in memory, is tried again with every further scan, and
 * is delivered from there.
 */
import type { Scan } from '../lib/domain'
import type { Store } from './store'

const INDEX = 'guard.journal'
/** Scans of one segment. */
export const SEGMENT_SCANS = 50

/** First and last segment; the last one is being written. */
type Index = { first: number; last: number }

export class JournalQueue {
  private index: Index
  private unsaved: Scan[] = []

  constructor(private readonly store: Store) {
    this.index = this.fromFirstFilled(readIndex(store))
  }

  /** How many wait. */
  get length(): number {
    const { first, last } = this.index
    const between = Math.max(0, last - first - 1) * SEGMENT_SCANS
    const ends = first === last ? this.segment(first).length : this.segment(first).length + this.segment(last).length
    return between + ends + this.unsaved.length
  }

  /** How many of them are in memory only. */
  get inMemory(): number {
    return this.unsaved.length
  }

  /**
   * Adds a scan.
   * @returns true when it, and all before it, survive a restart
   */
  append(scan: Scan): boolean {
    this.unsaved.push(scan)
    return this.save()
  }

  /** Tries to write what is in memory only; true when nothing is any more. */
  save(): boolean {
    try {
      for (let scan = this.unsaved[0]; scan; scan = this.unsaved[0]) {
        this.writeLast(scan)
        this.unsaved.shift()
      }
      return true
    } catch {
      return false
    }
  }

  /** Changes a scan that waits; false when there is none with this id. Throws when the phone has no room for it. */
  amend(id: string, change: Partial<Scan>): boolean {
    const changed = (scan: Scan): Scan => (scan.id === id ? { ...scan, ...change } : scan)
    if (this.unsaved.some((scan) => scan.id === id)) {
      this.unsaved = this.unsaved.map(changed)
      return true
    }
    for (let number = this.index.last; number >= this.index.first; number -= 1) {
      const scans = this.segment(number)
      if (scans.some((scan) => scan.id === id)) {
        this.write(number, scans.map(changed))
        return true
      }
    }
    return false
  }

  /** The oldest, at most `count`. */
  first(count: number): Scan[] {
    const scans: Scan[] = []
    for (let number = this.index.first; number <= this.index.last && scans.length < count; number += 1) {
      scans.push(...this.segment(number))
    }
    return [...scans, ...this.unsaved].slice(0, count)
  }

  /** Removes scans from the front; what came behind them meanwhile stays. */
  forget(gone: readonly Scan[]): void {
    const ids = new Set(gone.map(({ id }) => id))
    for (let number = this.index.first, left = ids.size; number <= this.index.last && left > 0; number += 1) {
      const scans = this.segment(number)
      const kept = scans.filter(({ id }) => !ids.has(id))
      left -= scans.length - kept.length
      this.write(number, kept)
    }
    this.unsaved = this.unsaved.filter(({ id }) => !ids.has(id))
    this.moveTo(this.fromFirstFilled(this.index))
  }

  private writeLast(scan: Scan): void {
    if (this.segment(this.index.last).length >= SEGMENT_SCANS) {
      this.moveTo({ first: this.index.first, last: this.index.last + 1 })
    }
    this.write(this.index.last, [...this.segment(this.index.last), scan])
  }

  private fromFirstFilled({ first, last }: Index): Index {
    let filled = first
    while (filled < last && this.segment(filled).length === 0) {
      filled += 1
    }
    return { first: filled, last }
  }

  private segment(number: number): Scan[] {
    const value = this.store.read(segmentKey(number))
    return Array.isArray(value) ? (value as Scan[]) : []
  }

  // An empty one is removed, which works on a full phone, too.
  private write(number: number, scans: Scan[]): void {
    if (scans.length === 0) {
      this.store.remove(segmentKey(number))
    } else {
      this.store.write(segmentKey(number), scans)
    }
  }

  private moveTo(index: Index): void {
    if (index.first !== this.index.first || index.last !== this.index.last) {
      this.store.write(INDEX, index)
      this.index = index
    }
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
