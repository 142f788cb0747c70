/**
 * Aggregations, in MongoDB's semantics by mingo. A leading $match and every $lookup by equality of two fields are read like
 * queries: planned, so that they use _id or an index, and noted with the plan. A $lookup with a pipeline of its own is left to
 * mingo, which looks at all of the other collection and is not noted.
 */
import { aggregate as mingoAggregate, ProcessingMode } from 'mingo'
import type { Collection } from './collection'
import { type Document, type Fields, isFields } from './document'
import { refusing, type Searcher } from './query'

type Resolve = (name: string) => Collection
type EqualityLookup = { from: string; localField: string; foreignField: string; as: string }

/** Runs the stages, in order, over a collection. */
export const aggregate = (
  search: Searcher,
  collection: Collection,
  pipeline: readonly Fields[],
  resolve: Resolve,
): Fields[] => {
  const first = pipeline[0]?.$match as Fields | undefined
  const input: Fields[] = search.find(collection, { query: first ?? {} }, 'aggregate')
  const rest = first ? pipeline.slice(1) : pipeline
  let documents = input
  for (const segment of segmentsOf(rest)) {
    documents = Array.isArray(segment) ? run(documents, segment, resolve) : join(search, documents, segment, resolve)
  }
  return documents
}

/** The stages in between lookups by equality, and those lookups. */
const segmentsOf = (pipeline: readonly Fields[]): (Fields[] | EqualityLookup)[] => {
  const segments: (Fields[] | EqualityLookup)[] = []
  let plain: Fields[] = []
  for (const stage of pipeline) {
    const lookup = equalityLookup(stage)
    if (lookup) {
      segments.push(plain, lookup)
      plain = []
    } else plain.push(stage)
  }
  return [...segments, plain]
}

const equalityLookup = ({ $lookup: lookup }: Fields): EqualityLookup | null => {
  if (!isFields(lookup) || 'pipeline' in lookup || 'let' in lookup) return null
  const texts = [lookup.from, lookup.localField, lookup.foreignField, lookup.as]
  return texts.every((text) => typeof text === 'string') ? (lookup as EqualityLookup) : null
}

/** Stages that change nothing they are given. */
const READ_ONLY = new Set(['$match', '$group', '$sort', '$skip', '$limit', '$count'])

const onlyReads = (stages: readonly Fields[]): boolean =>
  stages.every((stage) => Object.keys(stage).every((name) => READ_ONLY.has(name)))

// Cloned, because what is stored must not change and a later stage may change what an earlier one yields. Counting by groups
// changes nothing, and cloning a hundred thousand documents for it would take seconds.
const run = (documents: Fields[], stages: Fields[], resolve: Resolve): Fields[] =>
  refusing(() =>
    mingoAggregate(documents, stages, {
      processingMode: onlyReads(stages) ? ProcessingMode.CLONE_OFF : ProcessingMode.CLONE_INPUT,
      scriptEnabled: false,
      collectionResolver: (name) => [...resolve(name).rows.values()].map((row) => row.document),
    }),
  )

const join = (search: Searcher, documents: Fields[], lookup: EqualityLookup, resolve: Resolve): Fields[] => {
  const { from, localField, foreignField, as } = lookup
  const other = resolve(from)
  return documents.map((document) => {
    const query = { [foreignField]: { $in: valuesAt(document, localField, resolve) } }
    const found: Document[] = search.find(other, { query }, 'lookup')
    return run([document], [{ $addFields: { [as]: { $literal: found } } }], resolve)[0] ?? document
  })
}

// Each element of an array matches; a missing field matches null and missing ones.
const valuesAt = (document: Fields, path: string, resolve: Resolve): unknown[] => {
  const [projected] = run([document], [{ $project: { _id: 0, value: `$${path}` } }], resolve)
  const value = projected?.value ?? null
  return Array.isArray(value) ? value : [value]
}
