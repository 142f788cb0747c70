/**
 * What a stored document is: plain JSON values, Date, RegExp and BSON classes, held in memory and never mutated.
 * Role: the few operations on values that everything else needs (identity, copy, equality). It knows no collections.
 */
import { isDeepStrictEqual } from 'node:util'

export type DocumentId = string | number
export type Fields = Record<string, unknown>
export type Document = Fields & { _id: DocumentId }

/** A value of one of bson's classes (ObjectId, Decimal128, Binary …): opaque, immutable. */
export const isBsonValue = (value: unknown): value is { _bsontype: string } =>
  typeof value === 'object' && value !== null && '_bsontype' in value

/** True for `{…}`: neither an array nor a value that only looks like an object. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp) &&
  !isBsonValue(value)

/** The key under which a document is filed: 1 and "1" are different documents. */
export const documentKey = (id: unknown): string => {
  if (typeof id === 'string') return `s:${id}`
  if (typeof id === 'number') return `n:${id}`
  return `o:${String(id)}`
}

/** Deep copy; Dates are copied, BSON values and expressions are shared because nobody changes them. */
export const clone = <T>(value: T): T => copy(value) as T

const copy = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copy)
  if (value instanceof Date) return new Date(value)
  if (!isFields(value)) return value
  const out: Fields = {}
  for (const key of Object.keys(value)) out[key] = copy(value[key])
  return out
}

/** Whether two documents hold the same values in the same shape. */
export const sameDocument = (left: unknown, right: unknown): boolean => isDeepStrictEqual(left, right)
