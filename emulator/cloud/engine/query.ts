/**
 * Answers a query over one collection's newest versions: plan, test every offered row with mingo (MongoDB's
 * semantics), sort, skip, limit, project. It reads only.
 */
import { find as mingoFind, Query } from 'mingo'
import { databaseRefused } from '../errors'
import type { Collection, Row } from './collection'
import { type Document, type Fields, isFields } from './document'
import { type Plan, planQuery, type SortOrder } from './planner'
import { type QueryLog, shapeOf } from './query-log'

export type Search = {
  query: Fields
  order?: SortOrder
  offset?: number
  limit?: number
  projection?: Fields
}

/** Runs something of mingo's and turns its complaints into the database's refusals. */
export const refusing = <T>(run: () => T): T => {
  try {
    return run()
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name !== 'CloudError') throw databaseRefused(thrown.message)
    throw thrown
  }
}

export class Searcher {
  constructor(private readonly log: QueryLog) {}

  /** The matching documents; never copies: the caller must not change them. */
  find(collection: Collection, search: Search, action = 'get'): Document[] {
    const order = search.order ?? []
    const plan = planQuery(collection, search.query, order)
    const sorted = order.length === 0 || (plan.kind === 'index' && plan.sorted !== null)
    const offset = search.offset ?? 0
    const limit = search.limit ?? Number.POSITIVE_INFINITY
    const test = refusing(() => new Query(untested(search.query, plan), { scriptEnabled: false }))
    const matches: Document[] = []
    let examined = 0
    for (const row of rowsOf(collection, plan)) {
      if (sorted && matches.length >= offset + limit) break
      examined++
      if (refusing(() => test.test(row.document))) matches.push(row.document)
    }
    const found = sorted ? matches : sortDocuments(matches, order)
    const page = found.slice(offset, offset + limit)
    this.note(collection, action, search, plan, examined, page.length)
    return search.projection ? project(page, search.projection) : page
  }

  private note(collection: Collection, action: string, search: Search, plan: Plan, examined: number, returned: number) {
    const asked = Object.keys(search.query).length > 0 || (search.order ?? []).length > 0
    const shape = JSON.stringify({ where: shapeOf(search.query), order: search.order ?? [] })
    const name = plan.kind === 'all' && asked ? 'scan' : nameOf(plan)
    this.log.record({ collection: collection.name, action, shape, plan: name, examined, returned })
  }
}

/**
 * What a row still has to be tested for. Rows found by their key are those that the query names: asking each of a thousand
 * whether it is one of a thousand would be a million comparisons. `$and` may name others, so then everything is asked.
 */
const untested = (query: Fields, plan: Plan): Fields => {
  if (plan.kind !== 'id' || '$and' in query || !namesKeys(query._id)) return query
  const { _id, ...rest } = query
  return rest
}

const namesKeys = (condition: unknown): boolean => {
  if (!isFields(condition)) return isKey(condition)
  const { $in: keys, ...others } = condition
  return Array.isArray(keys) && keys.every(isKey) && Object.keys(others).length === 0
}

const isKey = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number'

const nameOf = (plan: Plan): string => {
  if (plan.kind === 'id') return '_id'
  if (plan.kind === 'index') return plan.index.name
  if (plan.kind === 'or') return [...new Set(plan.plans.map(nameOf))].join(' or ')
  return 'all'
}

function* rowsOf(collection: Collection, plan: Plan): Generator<Row> {
  if (plan.kind === 'all') {
    yield* collection.rows.values()
    return
  }
  const seen = new Set<Row>()
  for (const row of offered(collection, plan)) {
    if (seen.has(row)) continue
    seen.add(row)
    yield row
  }
}

function* offered(collection: Collection, plan: Plan): Generator<Row> {
  if (plan.kind === 'id') {
    for (const key of plan.keys) {
      const row = collection.rows.get(key)
      if (row) yield row
    }
  } else if (plan.kind === 'index') {
    for (const range of plan.ranges) {
      yield* plan.index.rows.between(range.from, range.to, plan.sorted === 'descending')
    }
  } else if (plan.kind === 'or') {
    for (const branch of plan.plans) yield* offered(collection, branch)
  } else {
    yield* collection.rows.values()
  }
}

const sortDocuments = (documents: Document[], order: SortOrder): Document[] =>
  mingoFind<Document>(documents, {}).sort(Object.fromEntries(order)).all()

/** The documents with only the fields that a projection names. */
export const project = (documents: readonly Document[], projection: Fields): Document[] =>
  refusing(() => mingoFind<Document>([...documents], {}, projection).all())
