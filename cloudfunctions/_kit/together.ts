/**
 * One record and records of other collections that go with it, in one request to the database: an aggregation that
 * begins at the record's key and looks the others up by theirs, so that it reads by `_id` only. For answers that
 * somebody at a gate waits for; elsewhere two plain reads are easier to follow. Not for transactions: aggregations run
 * outside them.
 */
import { database } from './cloudbase'
import type { CollectionName } from './records'
import type { Stored } from './store'

/** A key that ends in a field of the record, which nobody knows before it is read. */
export class KeyWithField<Field extends string = string> {
  constructor(
    readonly beginning: string,
    readonly field: Field,
  ) {}
}

/** Which records of another collection: those of these keys that there are. */
export type Beside<Name extends CollectionName = CollectionName> = {
  from: Name
  keys: readonly (string | KeyWithField)[]
}

type Others = Readonly<Record<string, Beside>>
type Found<Asked extends Others> = { [As in keyof Asked]: Stored<Asked[As]['from']>[] }

/**
 * The record with this key and, by the names in `others`, what was found beside it; null when there is no such record.
 */
export async function getTogether<Name extends CollectionName, Asked extends Others>(
  name: Name,
  id: string,
  others: Asked,
): Promise<{ record: Stored<Name>; beside: Found<Asked> } | null> {
  const asked = Object.entries(others).filter(([, { keys }]) => keys.length > 0)
  const keys = Object.fromEntries(asked.map(([as, beside]) => [keysField(as), beside.keys.map(toExpression)]))
  let aggregate = database
    .collection(name)
    .aggregate()
    .match({ _id: id })
    .addFields({ ...keys, [OTHERS]: true })
  for (const [as, { from }] of asked) {
    aggregate = aggregate.lookup({ from, localField: keysField(as), foreignField: '_id', as: foundField(as) })
  }
  const { data } = (await aggregate.end()) as { data: Record<string, unknown>[] }
  const [row] = data
  return row ? { record: recordOf(row), beside: besideOf(row, others) } : null
}

const OTHERS = 'beside:'
const keysField = (as: string) => `${OTHERS}keys:${as}`
const foundField = (as: string) => `${OTHERS}found:${as}`

function toExpression(key: string | KeyWithField): unknown {
  const $ = database.command.aggregate
  return key instanceof KeyWithField ? $.concat([key.beginning, `$${key.field}`]) : $.literal(key)
}

function recordOf<Name extends CollectionName>(row: Record<string, unknown>): Stored<Name> {
  const own = Object.entries(row).filter(([field]) => !field.startsWith(OTHERS))
  return Object.fromEntries(own) as unknown as Stored<Name>
}

function besideOf<Asked extends Others>(row: Record<string, unknown>, others: Asked): Found<Asked> {
  return Object.fromEntries(Object.keys(others).map((as) => [as, row[foundField(as)] ?? []])) as Found<Asked>
}
