/** Reads the fields of a control request; a wrong one is refused with its name. */
import { invalidParameter } from '../errors'

export type Json = Record<string, unknown>

export const stringField = (body: Json, name: string): string => {
  const value = body[name]
  if (typeof value !== 'string' || value === '') throw invalidParameter(`${name} must be a non-empty string`)
  return value
}

export const optionalString = (body: Json, name: string): string | undefined =>
  body[name] === undefined ? undefined : stringField(body, name)

export const numberField = (body: Json, name: string): number => {
  const value = body[name]
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidParameter(`${name} must be a number`)
  return value
}

export const stringList = (body: Json, name: string): string[] => {
  const value = body[name]
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) {
    throw invalidParameter(`${name} must be an array of strings`)
  }
  return value
}

/** A string out of a closed list. */
export const oneOf = <T extends string>(body: Json, name: string, allowed: readonly T[]): T => {
  const value = allowed.find((one) => one === body[name])
  if (value === undefined) throw invalidParameter(`${name} must be one of ${allowed.join(', ')}`)
  return value
}
