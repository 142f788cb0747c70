/**
 * Extended JSON as the SDKs send and expect it: canonical, with dates, expressions and {"$tcb_server_date"}.
 * Numbers become plain numbers, expressions become RegExp (only the flags that MongoDB knows); other BSON classes stay.
 */
import { EJSON } from 'bson'
import type { Fields } from '../engine/document'
import { invalidParameter } from '../errors'

/** Parses one EJSON text. `now` (epoch ms, the emulator's clock) is what a server date means. */
export const parseEjson = (text: unknown, now: number): unknown => {
  if (typeof text !== 'string') throw invalidParameter('an extended JSON string is expected')
  try {
    return revive(EJSON.parse(text, { relaxed: true }), now)
  } catch {
    throw invalidParameter('malformed extended JSON')
  }
}

/** Parses an EJSON text that must be an object; nothing sent means an empty one. */
export const parseFields = (text: unknown, now: number): Fields => {
  if (text === undefined || text === null || text === '') return {}
  const value = parseEjson(text, now)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidParameter('an extended JSON object is expected')
  }
  return value as Fields
}

/** The canonical text of a value. */
export const toEjson = (value: unknown): string => EJSON.stringify(value, { relaxed: false })

const revive = (value: unknown, now: number): unknown => {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Array.isArray(value)) return value.map((element) => revive(element, now))
  const fields = value as Fields
  if ('_bsontype' in fields) return reviveBson(fields)
  if ('$tcb_server_date' in fields) {
    const offset = Number((fields.$tcb_server_date as Fields | null)?.offset ?? 0)
    return new Date(now + (Number.isFinite(offset) ? offset : 0))
  }
  const out: Fields = {}
  for (const key of Object.keys(fields)) out[key] = revive(fields[key], now)
  return out
}

const reviveBson = (value: Fields): unknown => {
  if (value._bsontype === 'BSONRegExp') {
    return new RegExp(String(value.pattern), String(value.options).replace(/[^ims]/g, ''))
  }
  if (value._bsontype === 'Long' || value._bsontype === 'Int32' || value._bsontype === 'Double') return Number(value)
  return value
}
