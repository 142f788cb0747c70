/**
 * Walking through a collection from one end to the other, a page at a time, each record exactly once, also when many
 * share one value of the ordering field: a delivery of 1000 scans arrives at one instant. The place can be stored, so a
 * walk goes on in another call. Needs an index over the fields of `where`, the ordering field and `_id`; `position` is
 * unique and needs no `_id` behind it.
 */
import { database } from './cloudbase'
import { isIndexed, toQuery, type Where } from './conditions'
import type { CollectionName } from './records'
import type { Stored } from './store'

/** One less than an answer may hold: the one record more says whether its value goes on. */
const PAGE = 999
const UNIQUE: readonly string[] = ['_id', 'position']

/** Where a walk stands: the last record's value of the ordering field, and its key. */
export type Place = { value: string | number; id: string; tied: boolean }

export type Walk<Name extends CollectionName> = {
  collection: Name
  /** Equal fields only. */
  where?: Where<Name>
  by: Extract<keyof Stored<Name>, string>
  /** Bounds of the ordering field, both included. */
  from?: string | number
  to?: string | number
}

export type WalkPage<Name extends CollectionName> = {
  records: Stored<Name>[]
  /** Where the page ended; as it was given when there was nothing more. */
  place: Place | null
  /** True when nothing follows. */
  isLast: boolean
}

/**
 * Reads a page.
 * @param after where the page before ended; null at the beginning
 */
export async function walkPage<Name extends CollectionName>(
  walk: Walk<Name>,
  after: Place | null,
): Promise<WalkPage<Name>> {
  if (after?.tied) {
    const tied = await read(walk, { _id: database.command.gt(after.id), [walk.by]: after.value })
    if (tied.length > 0) {
      return { ...pageOf(walk, tied, after), isLast: false }
    }
  }
  return pageOf(walk, await read(walk, rangeOf(walk, after)), after)
}

function pageOf<Name extends CollectionName>(
  { by }: Walk<Name>,
  found: readonly Stored<Name>[],
  after: Place | null,
): WalkPage<Name> {
  const orderOf = (record: Stored<Name>) => record[by as keyof Stored<Name>] as string | number
  const records = found.slice(0, PAGE)
  const last = records.at(-1)
  const more = found.at(PAGE)
  if (!last) {
    return { records, place: after, isLast: true }
  }
  const tied = more !== undefined && orderOf(more) === orderOf(last)
  return { records, place: { value: orderOf(last), id: last._id, tied }, isLast: !more }
}

async function read<Name extends CollectionName>(walk: Walk<Name>, condition: object): Promise<Stored<Name>[]> {
  const { collection, where = {}, by } = walk
  if (by !== '_id' && !isIndexed(collection, { ...where, [by]: null }, by)) {
    throw new Error(`${collection} has no index for a walk by ${by}`)
  }
  const query = database.collection(collection).where({ ...toQuery(where), ...condition })
  const ordered = UNIQUE.includes(by) ? query.orderBy(by, 'asc') : query.orderBy(by, 'asc').orderBy('_id', 'asc')
  const { data } = await ordered.limit(PAGE + 1).get()
  return data
}

function rangeOf<Name extends CollectionName>({ by, from, to }: Walk<Name>, after: Place | null): object {
  const { command } = database
  const lower = after ? command.gt(after.value) : from !== undefined && command.gte(from)
  const upper = to !== undefined && command.lte(to)
  const both = lower && upper ? lower.and(upper) : lower || upper
  return both ? { [by]: both } : {}
}
