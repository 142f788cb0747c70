/**
 * What every query cost: which plan served it and how many documents it had to look at.
 * Role: lets a test fail when a query of the product would scan a collection on the real cloud.
 */
import { type Fields, isFields } from './document'

export type QueryRecord = {
  collection: string
  action: string
  /** The query with values replaced by `?`. */
  shape: string
  /** "_id", the index's name(s), "all" (nothing asked for) or "scan" (a condition or order no index serves). */
  plan: string
  times: number
  /** Most documents looked at, and most returned or changed, in one run. */
  examined: number
  returned: number
}

/** A query without its values: for grouping, and so that no personal data is kept. */
export const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.some(isFields) ? value.map(shapeOf) : '?'
  if (!isFields(value)) return '?'
  const shape: Fields = {}
  for (const key of Object.keys(value).sort()) shape[key] = shapeOf(value[key])
  return shape
}

export class QueryLog {
  private readonly records = new Map<string, QueryRecord>()

  record(seen: Omit<QueryRecord, 'times'>): void {
    const name = `${seen.collection}\u0000${seen.action}\u0000${seen.shape}\u0000${seen.plan}`
    const known = this.records.get(name)
    if (!known) {
      this.records.set(name, { ...seen, times: 1 })
      return
    }
    known.times++
    known.examined = Math.max(known.examined, seen.examined)
    known.returned = Math.max(known.returned, seen.returned)
  }

  all(): QueryRecord[] {
    return [...this.records.values()]
  }

  /** Queries with a condition or an order that no index served. */
  unindexed(): QueryRecord[] {
    return this.all().filter((record) => record.plan === 'scan')
  }

  clear(): void {
    this.records.clear()
  }
}
