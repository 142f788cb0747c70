/**
 * Keys and secrets, from the environment of the function and from nowhere else. A function names the ones that it uses
 * while it loads, so one that lacks a key refuses to start and says which, never its value.
 */
import { fromHex } from '../../domain/pass/bytes'

/** A secret text. @throws when it is missing or shorter than `least` characters */
export function secretText(name: string, least = 1): string {
  const value = process.env[name] ?? ''
  if (value.length < least) {
    throw new Error(`The environment variable ${name} is missing or shorter than ${least} characters.`)
  }
  return value
}

/** A key in base64. @throws unless it is exactly `length` bytes */
export function secretKey(name: string, length: number): Buffer {
  return keyOf(name, secretText(name), length)
}

/**
 * Keys in base64 behind one another, separated by commas; none when the variable is missing. @throws unless each has
 * `length` bytes
 */
export function secretKeys(name: string, length: number): Buffer[] {
  const values = (process.env[name] ?? '').split(',').filter((value) => value.trim() !== '')
  return values.map((value) => keyOf(name, value.trim(), length))
}

function keyOf(name: string, value: string, length: number): Buffer {
  const key = Buffer.from(value, 'base64')
  const isCanonical = key.toString('base64').replace(/=+$/, '') === value.trim().replace(/=+$/, '')
  if (!isCanonical || key.length !== length) {
    throw new Error(`The environment variable ${name} must be ${length} bytes in base64.`)
  }
  return key
}

/** A small number. @throws unless it is an integer from `least` to `most` */
export function secretNumber(name: string, least: number, most: number): number {
  const value = Number(secretText(name))
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new Error(`The environment variable ${name} must be a number from ${least} to ${most}.`)
  }
  return value
}

/** The bytes of a hex text that a schema has already checked. */
export function bytesOf(hex: string): Uint8Array {
  return fromHex(hex) ?? new Uint8Array()
}
