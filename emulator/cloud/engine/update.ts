/**
 * Applies MongoDB's update operators to a copy of a document (by mingo), with the refusals of the real database that
 * mingo does not make: a path through a value that is no object, two operators on overlapping paths, arithmetic on
 * what is no number, array operators on what is no array.
 */
import { update as mingoUpdate } from 'mingo'
import { databaseRefused } from '../errors'
import { clone, type Document, type Fields, isFields } from './document'
import { refusing } from './query'

/** The updated copy; the original is untouched. `_id` never changes. */
export const applyModifier = (document: Document, modifier: Fields): Document => {
  const paths = Object.values(modifier).flatMap((fields) => (isFields(fields) ? Object.keys(fields) : []))
  refuseOverlap(paths)
  for (const [operator, fields] of Object.entries(modifier)) {
    if (!operator.startsWith('$')) throw databaseRefused(`unknown update operator: ${operator}`)
    if (operator === '$unset' || !isFields(fields)) continue
    for (const path of Object.keys(fields)) refuseType(operator, path, refuseThroughValue(document, path))
  }
  const updated = clone(document)
  if (setsWholeFields(modifier)) {
    Object.assign(updated, clone(modifier.$set))
  } else {
    refusing(() => mingoUpdate(updated, modifier, [], {}, { cloneMode: 'deep' }))
  }
  updated._id = document._id
  return updated
}

// By far the most updates; mingo would prepare all of its operators for each of them.
const setsWholeFields = (modifier: Fields): modifier is { $set: Fields } =>
  Object.keys(modifier).every((operator) => operator === '$set') &&
  isFields(modifier.$set) &&
  Object.keys(modifier.$set).every((path) => !path.includes('.') && !path.includes('$'))

const refuseOverlap = (paths: readonly string[]): void => {
  const ordered = [...paths].sort()
  ordered.forEach((path, at) => {
    const next = ordered[at + 1]
    if (next !== undefined && (next === path || next.startsWith(`${path}.`))) {
      throw databaseRefused(`Updating the path '${next}' would create a conflict at '${path}'`)
    }
  })
}

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

/** Refuses a path that leads through a value without fields; returns what the path holds now. */
const refuseThroughValue = (document: Fields, path: string): unknown => {
  const names = path.split('.')
  let value: unknown = document
  for (const [at, name] of names.entries()) {
    if (name.startsWith('$')) return undefined
    value = Array.isArray(value) ? value[Number(name)] : (value as Fields)[name]
    if (value === undefined || at === names.length - 1) return value
    if (!isFields(value) && !Array.isArray(value)) {
      throw databaseRefused(`Cannot create field '${names[at + 1]}' in element {${name}: ${kindOf(value)}}`)
    }
  }
  return value
}

const NUMERIC = new Set(['$inc', '$mul', '$bit'])
const ON_ARRAYS = new Set(['$push', '$pull', '$pullAll', '$pop', '$addToSet'])

const refuseType = (operator: string, path: string, current: unknown): void => {
  if (current === undefined) return
  if (NUMERIC.has(operator) && typeof current !== 'number') {
    throw databaseRefused(`Cannot apply ${operator} to a value of non-numeric type: '${path}' is ${kindOf(current)}`)
  }
  if (ON_ARRAYS.has(operator) && !Array.isArray(current)) {
    throw databaseRefused(`The field '${path}' must be an array but is of type ${kindOf(current)}`)
  }
}
