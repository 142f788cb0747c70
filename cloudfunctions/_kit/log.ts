/** The log of failures. Lines hold what went wrong and where, never what was asked: events may carry ID numbers. */
import { randomBytes } from 'node:crypto'

const REFERENCE_BYTES = 4

/** Writes a line about an unexpected failure. @returns the reference that the caller is told */
export function logFailure(action: string | null, error: unknown): string {
  const reference = randomBytes(REFERENCE_BYTES).toString('hex')
  const { name = 'Error', code, message = '', stack = '' } = (error ?? {}) as Partial<Error> & { code?: unknown }
  const line = { reference, action, name, code, message: withoutNumbers(message), at: framesOf(stack) }
  console.error(JSON.stringify(line))
  return reference
}

// A message of the platform or of a library may quote what it was given: every number that could name a person goes.
function withoutNumbers(text: string): string {
  return text.slice(0, 300).replace(/[A-Za-z]?\d{4,}[0-9Xx]?/g, '#')
}

function framesOf(stack: string): string[] {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return frames.slice(0, 5).map((line) => line.trim())
}
