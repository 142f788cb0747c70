/**
 * Refusals are values, never exceptions: every function that can say no returns a Result with a code from a closed list.
 * The words for people live in miniprogram/i18n, one sentence and one next step for every code, in both languages.
 */

/** What a refusal may carry for its sentence: a day, a count, an instant. Never personal data. */
export type Details = Readonly<Record<string, string | number>>

export type Ok<T> = { readonly ok: true; readonly value: T }
export type Refused<Code extends string> = { readonly ok: false; readonly code: Code; readonly details?: Details }
export type Result<T, Code extends string> = Ok<T> | Refused<Code>

/** Wraps a value as a success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value }
}

/** Makes a refusal; `details` feed the placeholders of its sentence. */
export function refuse<Code extends string>(code: Code, details?: Details): Refused<Code> {
  return details ? { ok: false, code, details } : { ok: false, code }
}
