/**
 * Which rows a query has to look at: by _id, by an index, by several of them ($or), or all.
 * A plan may offer too many rows, never too few: every row is tested against the query afterwards.
 * Not done: covering indexes, index intersection, $elemMatch, expressions.
 */
import type { Collection } from './collection'
import { documentKey, type Fields, isBsonValue, isFields } from './document'
import { AFTER_PREFIX, keyOfValue, tagOf } from './index-key'
import type { SecondaryIndex } from './secondary-index'

export type SortOrder = [field: string, direction: 1 | -1][]
export type KeyRange = { from: string; to: string }
export type Plan =
  | { kind: 'id'; keys: string[] }
  | { kind: 'index'; index: SecondaryIndex; ranges: KeyRange[]; sorted: 'ascending' | 'descending' | null }
  | { kind: 'or'; plans: Plan[] }
  | { kind: 'all' }

type Constraint = { equal?: unknown[]; from?: string; to?: string }
type Constraints = Map<string, Constraint>

const MAX_RANGES = 2000
const isScalar = (value: unknown): boolean =>
  value === null || typeof value !== 'object' || value instanceof Date || isBsonValue(value)

/** Chooses how to find the rows for `query`, and whether the chosen index already yields them in `order`. */
export const planQuery = (collection: Collection, query: Fields, order: SortOrder): Plan => {
  const constraints: Constraints = new Map()
  const alternatives: Fields[][] = []
  gather(query, constraints, alternatives)
  const ids = constraints.get('_id')?.equal
  if (ids) return { kind: 'id', keys: [...new Set(ids.map(documentKey))] }
  const best = bestIndex(collection, constraints, order)
  if (best) return best
  for (const branches of alternatives) {
    const plans = branches.map((branch) => planQuery(collection, branch, []))
    if (plans.every((plan) => plan.kind !== 'all')) return { kind: 'or', plans }
  }
  return { kind: 'all' }
}

const gather = (query: Fields, constraints: Constraints, alternatives: Fields[][]): void => {
  for (const [field, condition] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isFields(part)) gather(part, constraints, alternatives)
    } else if (field === '$or' && Array.isArray(condition)) {
      alternatives.push(condition.filter(isFields))
    } else if (!field.startsWith('$')) {
      narrow(constraints, field, condition)
    }
  }
}

const narrow = (constraints: Constraints, field: string, condition: unknown): void => {
  const constraint = constraints.get(field) ?? {}
  constraints.set(field, constraint)
  if (isScalar(condition)) {
    constraint.equal ??= [condition]
    return
  }
  if (!isFields(condition)) return
  for (const [operator, operand] of Object.entries(condition)) {
    if (operator === '$eq' && isScalar(operand)) constraint.equal = [operand]
    else if (operator === '$in' && Array.isArray(operand) && operand.every(isScalar)) constraint.equal ??= operand
    else if (operand !== null && isScalar(operand)) bound(constraint, operator, keyOfValue(operand))
  }
}

/** Bounds stay inside the operand's type, as MongoDB's comparisons do. */
const bound = (constraint: Constraint, operator: string, key: string): void => {
  if (operator === '$gt') constraint.from = key + AFTER_PREFIX
  if (operator === '$gte') constraint.from = key
  if (operator === '$lt') constraint.to = key
  if (operator === '$lte') constraint.to = key + AFTER_PREFIX
}

const bestIndex = (collection: Collection, constraints: Constraints, order: SortOrder): Plan | null => {
  let best: { plan: Plan; score: number } | null = null
  for (const index of collection.searchable) {
    const candidate = useIndex(index, constraints, order)
    if (candidate && candidate.score > (best?.score ?? 0)) best = candidate
  }
  return best?.plan ?? null
}

const useIndex = (index: SecondaryIndex, constraints: Constraints, order: SortOrder) => {
  let prefixes = ['']
  let used = 0
  let single = true
  for (const field of index.fields) {
    const values = constraints.get(field)?.equal
    if (!values || prefixes.length * values.length > MAX_RANGES) break
    const parts = [...new Set(values.map(keyOfValue))]
    prefixes = prefixes.flatMap((prefix) => parts.map((part) => prefix + part))
    single &&= parts.length === 1
    used++
  }
  const next = index.fields[used]
  const range = next === undefined ? undefined : rangeOf(constraints.get(next), index.multikey)
  const sorted = single && !index.multikey ? sortServed(index.fields.slice(used), order) : null
  const score = used * 4 + (range ? 2 : 0) + (sorted ? 1 : 0)
  if (score === 0) return null
  const ranges = prefixes.map((prefix) => ({
    from: prefix + (range?.from ?? ''),
    to: prefix + (range?.to ?? AFTER_PREFIX),
  }))
  return { plan: { kind: 'index', index, ranges, sorted } satisfies Plan, score }
}

const rangeOf = (constraint: Constraint | undefined, multikey: boolean): KeyRange | undefined => {
  if (!constraint || (constraint.from === undefined && constraint.to === undefined)) return undefined
  const tag = tagOf(constraint.from ?? constraint.to ?? '')
  const from = constraint.from ?? tag
  // Different elements of one array may satisfy the two bounds, so only one of them may be used on a multikey index.
  if (multikey && constraint.from !== undefined) return { from, to: tag + AFTER_PREFIX }
  return { from, to: constraint.to ?? tag + AFTER_PREFIX }
}

const sortServed = (fields: readonly string[], order: SortOrder): 'ascending' | 'descending' | null => {
  const first = order[0]
  if (!first || order.length > fields.length) return null
  const served = order.every(([field, direction], at) => field === fields[at] && direction === first[1])
  if (!served) return null
  return first[1] === 1 ? 'ascending' : 'descending'
}
