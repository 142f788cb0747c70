/**
 * The keys under which an index files a document, as strings whose order is MongoDB's order of values
 * (null < numbers < strings < objects < … < booleans < dates).
 * Rules kept from MongoDB: a missing field is filed as null (two documents without it collide in a unique index); an
 * array is filed once per element (multikey); at most one indexed field of a document may be an array.
 */
import { databaseRefused } from '../errors'
import { type Fields, isBsonValue, isFields } from './document'

const TAG = {
  emptyArray: '\u0001',
  null: '\u0002',
  number: '\u0003',
  string: '\u0004',
  object: '\u0005',
  bson: '\u0008',
  boolean: '\u0009',
  date: '\u000a',
  other: '\u000b',
} as const

/** Greater than every key that begins with the same prefix. */
export const AFTER_PREFIX = '\uffff'

const float = new DataView(new ArrayBuffer(8))

/** Eight bytes of a double as four UTF-16 units that sort as the numbers do. */
const orderedNumber = (value: number): string => {
  float.setFloat64(0, value === 0 ? 0 : value)
  const negative = float.getUint8(0) >= 0x80
  let out = ''
  for (let at = 0; at < 8; at += 2) {
    const unit = float.getUint16(at)
    const ordered = negative ? ~unit & 0xffff : at === 0 ? unit | 0x8000 : unit
    out += String.fromCharCode(ordered)
  }
  return out
}

const terminated = (text: string): string =>
  `${text.includes('\u0000') ? text.replaceAll('\u0000', '\u0000\u0001') : text}\u0000\u0000`

/** The key of one value. `undefined` counts as null, as a missing field does. */
export const keyOfValue = (value: unknown): string => {
  if (value === null || value === undefined) return TAG.null
  if (typeof value === 'number') return TAG.number + orderedNumber(value)
  if (typeof value === 'string') return TAG.string + terminated(value)
  if (typeof value === 'boolean') return TAG.boolean + (value ? '1' : '0')
  if (value instanceof Date) return TAG.date + orderedNumber(value.getTime())
  if (isBsonValue(value)) return TAG.bson + terminated(`${value._bsontype}:${String(value)}`)
  if (isFields(value) || Array.isArray(value)) return TAG.object + terminated(JSON.stringify(value))
  return TAG.other + terminated(String(value))
}

/** The type's tag of a key: bounds of "any value of the same type". */
export const tagOf = (key: string): string => key.charAt(0)

/** Every value that a dotted path reaches, and whether an array was crossed on the way. */
const valuesAt = (value: unknown, path: readonly string[], at: number): { values: unknown[]; multiple: boolean } => {
  if (at === path.length) {
    if (!Array.isArray(value)) return { values: [value], multiple: false }
    return { values: value, multiple: true }
  }
  const name = path[at]!
  if (Array.isArray(value)) {
    if (/^\d+$/.test(name)) return valuesAt(value[Number(name)], path, at + 1)
    const reached = value.map((element) => valuesAt(element, path, at))
    return { values: reached.flatMap((one) => one.values), multiple: true }
  }
  return valuesAt(isFields(value) ? (value as Fields)[name] : undefined, path, at + 1)
}

/** The keys of one document in an index over `paths`, without repetitions, and whether the index becomes multikey. */
export const keysOfDocument = (
  document: Fields,
  paths: readonly (readonly string[])[],
): { keys: string[]; multiple: boolean } => {
  let keys = ['']
  let multiple = false
  for (const path of paths) {
    const reached = valuesAt(document, path, 0)
    if (!reached.multiple) {
      const key = keyOfValue(reached.values[0])
      keys = keys.map((prefix) => prefix + key)
      continue
    }
    if (multiple) throw databaseRefused(`cannot index parallel arrays: ${paths.map((one) => one.join('.')).join(', ')}`)
    multiple = true
    const parts = reached.values.length === 0 ? [TAG.emptyArray] : reached.values.map(keyOfValue)
    keys = keys.flatMap((prefix) => parts.map((part) => prefix + part))
  }
  return { keys: multiple ? [...new Set(keys)] : keys, multiple }
}
