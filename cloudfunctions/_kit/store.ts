/**
 * Typed reads, and writes that need no transaction: a single insert, and conditional updates, which the server makes in
 * one step. Everything that touches several records goes through transaction.ts.
 */
import { database } from './cloudbase'
import { isIndexed, type Nested, toQuery, type Where } from './conditions'
import type { CollectionName, Records } from './records'
import { Duplicate, isDuplicate } from './store-errors'

/** A record as it is stored. */
export type Stored<Name extends CollectionName> = Records[Name] & { _id: string }

/** Adds to a number, in one step with the condition of the update. */
export class Increase {
  constructor(readonly by: number) {}
}

/** Adds an element to a list unless it is there, in one step with the condition of the update. */
export class AddElement {
  constructor(readonly element: object) {}
}

/** Fields to replace, each as a whole. */
export type Patch<Name extends CollectionName> = {
  [Field in keyof Records[Name]]?: Records[Name][Field] | Increase | AddElement
}

/** The SDK's form of a patch: without `set` it would merge nested objects instead of replacing them. */
export function toUpdate(patch: object): Record<string, unknown> {
  const { command } = database
  const entries = Object.entries(patch).map(([field, value]) => {
    if (value instanceof AddElement) {
      return [field, command.addToSet(value.element)]
    }
    return [field, value instanceof Increase ? command.inc(value.by) : command.set(value)]
  })
  return Object.fromEntries(entries)
}

/** The record with this key, or null. */
export async function get<Name extends CollectionName>(name: Name, id: string): Promise<Stored<Name> | null> {
  const { data } = await database.collection(name).doc(id).get()
  return data[0] ?? null
}

const MOST = 1000

/** The records with these keys, those that there are, by key. @param ids at most 1000 */
export async function getAll<Name extends CollectionName>(
  name: Name,
  ids: readonly string[],
): Promise<Map<string, Stored<Name>>> {
  if (ids.length === 0) {
    return new Map()
  }
  const query = database.collection(name).where({ _id: database.command.in([...ids]) })
  const { data }: { data: Stored<Name>[] } = await query.limit(MOST).get()
  return new Map(data.map((record) => [record._id, record]))
}

export type Page<Name extends CollectionName> = {
  order?: Extract<keyof Records[Name], string> | Nested<Name> | '_id'
  direction?: 'asc' | 'desc'
  /** How many to pass over; the server reads them all the same. */
  skip?: number
  /** At most 1000. */
  limit: number
}

/** Records that meet the condition, read by a declared index. */
export async function find<Name extends CollectionName>(
  name: Name,
  where: Where<Name>,
  { order, direction = 'asc', skip = 0, limit }: Page<Name>,
): Promise<Stored<Name>[]> {
  assertIndexed(name, where, order)
  const query = database.collection(name).where(toQuery(where))
  const ordered = order ? query.orderBy(order, direction) : query
  const { data } = await (skip > 0 ? ordered.skip(skip) : ordered).limit(limit).get()
  return data
}

/** How many records meet the condition. */
export async function count<Name extends CollectionName>(name: Name, where: Where<Name>): Promise<number> {
  assertIndexed(name, where)
  const { total } = await database.collection(name).where(toQuery(where)).count()
  return total ?? 0
}

const MOST_GROUPS = 1000

/** How many records there are with each combination of these fields' values, among those that meet the condition. */
export async function countBy<Name extends CollectionName, Field extends Extract<keyof Records[Name], string>>(
  name: Name,
  where: Where<Name>,
  fields: readonly Field[],
): Promise<(Pick<Records[Name], Field> & { count: number })[]> {
  assertIndexed(name, where)
  const key = Object.fromEntries(fields.map((field) => [field, `$${field}`]))
  const { data } = await database
    .collection(name)
    .aggregate()
    .match(toQuery(where))
    .group({ _id: key, count: database.command.aggregate.sum(1) })
    .limit(MOST_GROUPS)
    .end()
  return data.map(({ _id, count }: { _id: Pick<Records[Name], Field>; count: number }) => ({ ..._id, count }))
}

/** How many records a collection has. */
export async function countAll(name: CollectionName): Promise<number> {
  const { total } = await database.collection(name).count()
  return total ?? 0
}

/**
 * How many records meet the condition, by the value of an expression: counted where they lie, one question.
 * @param expression of the SDK (`database.command.aggregate`), a field as `$name`, or several under names of their own
 */
export async function countGroups<Name extends CollectionName, Value>(
  name: Name,
  where: Where<Name>,
  expression: unknown,
): Promise<{ value: Value; count: number }[]> {
  assertIndexed(name, where)
  const { sum } = database.command.aggregate
  const stages = database.collection(name).aggregate().match(toQuery(where))
  const { data } = await stages
    .group({ _id: expression, count: sum(1) })
    .limit(MOST_GROUPS)
    .end()
  return data.map(({ _id, count: times }: { _id: Value; count: number }) => ({ value: _id, count: times }))
}

/** Inserts under a natural key. @throws Duplicate */
export async function insert<Name extends CollectionName>(
  name: Name,
  id: string,
  record: Records[Name],
): Promise<void> {
  try {
    await database.collection(name).add({ _id: id, ...record })
  } catch (error) {
    throw isDuplicate(error) ? new Duplicate(name, id) : error
  }
}

/** Inserts several at once; how many were inserted before a duplicate was met is not known. @throws Duplicate */
export async function insertAll<Name extends CollectionName>(
  name: Name,
  records: readonly (readonly [string, Records[Name]])[],
): Promise<void> {
  try {
    await database.collection(name).add(records.map(([id, record]) => ({ _id: id, ...record })))
  } catch (error) {
    throw isDuplicate(error) ? new Duplicate(name, 'several') : error
  }
}

/**
 * Changes all records that meet the condition, each in one step with it.
 * @returns how many were changed
 */
export async function updateWhere<Name extends CollectionName>(
  name: Name,
  where: Where<Name>,
  patch: Patch<Name>,
): Promise<number> {
  if (!('_id' in where)) {
    assertIndexed(name, where)
  }
  const { updated } = await database.collection(name).where(toQuery(where)).update(toUpdate(patch))
  return updated ?? 0
}

/** Changes the records with these keys, all in one way. @param ids at most 1000 */
export async function updateAll<Name extends CollectionName>(
  name: Name,
  ids: readonly string[],
  patch: Patch<Name>,
): Promise<void> {
  if (ids.length > 0) {
    const query = database.collection(name).where({ _id: database.command.in([...ids]) })
    await query.update(toUpdate(patch))
  }
}

/** Removes all records that meet the condition. */
export async function removeWhere<Name extends CollectionName>(name: Name, where: Where<Name>): Promise<void> {
  assertIndexed(name, where)
  await database.collection(name).where(toQuery(where)).remove()
}

// A mistake of ours, found by the first test that reads: on the cloud an unindexed read is slow only when it hurts.
function assertIndexed(name: CollectionName, where: object, order?: string) {
  if (!isIndexed(name, where, order)) {
    throw new Error(`${name} has no index for ${Object.keys(where).join(', ')}${order ? ` by ${order}` : ''}`)
  }
}
