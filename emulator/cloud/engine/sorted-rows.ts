/**
 * An ordered list of (key, row): what an index is made of. Chunks of some hundred entries make inserting into 300,000
 * cheap without a tree. Equal keys stay in the order in which their documents were inserted.
 */
import type { Row } from './collection'

const CHUNK = 512

type Entry = { key: string; row: Row }

const before = (left: Entry, key: string, sequence: number): boolean =>
  left.key < key || (left.key === key && left.row.sequence < sequence)

export class SortedRows {
  private chunks: Entry[][] = []
  size = 0

  /** Replaces everything, in one sort: for loading. */
  load(entries: Entry[]): void {
    entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.sequence - b.row.sequence))
    this.chunks = []
    for (let at = 0; at < entries.length; at += CHUNK) this.chunks.push(entries.slice(at, at + CHUNK))
    this.size = entries.length
  }

  add(key: string, row: Row): void {
    const { chunk, at } = this.locate(key, row.sequence)
    const entries = this.chunks[chunk]
    this.size++
    if (!entries) {
      this.chunks.push([{ key, row }])
      return
    }
    entries.splice(at, 0, { key, row })
    if (entries.length > 2 * CHUNK) this.chunks.splice(chunk, 1, entries.slice(0, CHUNK), entries.slice(CHUNK))
  }

  remove(key: string, row: Row): void {
    const { chunk, at } = this.locate(key, row.sequence)
    const entries = this.chunks[chunk]
    const found = entries?.[at]
    if (!entries || !found || found.key !== key || found.row !== row) return
    entries.splice(at, 1)
    this.size--
    if (entries.length === 0) this.chunks.splice(chunk, 1)
  }

  /** The rows whose key is in [from, to), ascending or descending. */
  *between(from: string, to: string, descending = false): Generator<Row> {
    if (descending) yield* this.descending(from, to)
    else yield* this.ascending(from, to)
  }

  private *ascending(from: string, to: string): Generator<Row> {
    const start = this.locate(from, Number.NEGATIVE_INFINITY)
    for (let chunk = start.chunk; chunk < this.chunks.length; chunk++) {
      const entries = this.chunks[chunk]!
      for (let at = chunk === start.chunk ? start.at : 0; at < entries.length; at++) {
        const entry = entries[at]!
        if (entry.key >= to) return
        yield entry.row
      }
    }
  }

  private *descending(from: string, to: string): Generator<Row> {
    const end = this.locate(to, Number.NEGATIVE_INFINITY)
    for (let chunk = Math.min(end.chunk, this.chunks.length - 1); chunk >= 0; chunk--) {
      const entries = this.chunks[chunk]!
      for (let at = (chunk === end.chunk ? end.at : entries.length) - 1; at >= 0; at--) {
        const entry = entries[at]!
        if (entry.key < from) return
        yield entry.row
      }
    }
  }

  /** The first position whose entry is not before (key, sequence); the last chunk also takes what lies after everything. */
  private locate(key: string, sequence: number): { chunk: number; at: number } {
    let low = 0
    let high = this.chunks.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      const entries = this.chunks[middle]!
      if (before(entries[entries.length - 1]!, key, sequence)) low = middle + 1
      else high = middle
    }
    const entries = this.chunks[low] ?? []
    let from = 0
    let to = entries.length
    while (from < to) {
      const middle = (from + to) >> 1
      if (before(entries[middle]!, key, sequence)) from = middle + 1
      else to = middle
    }
    return { chunk: low, at: from }
  }
}
