/**
 * A refusal in words: the sentence and the next step of its code, with days and counts of its details put into place.
 * Details are days ('YYYY-MM-DD'), counts or short texts (domain/result.ts).
 */
import type { Language, RefusalCode } from '../lib/domain'
import { sayDay } from './dates'
import { fill } from './fill'
import type { RefusalWords } from './refusals-zh'
import { words } from './words'

/** What a refusal may carry; pages pass on `reply.details`. */
export type RefusalDetails = Readonly<Record<string, string | number>>

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The sentence and the next step for a code; a code without words reads as `internal`. */
export function sayRefusal(code: RefusalCode, language: Language, details: RefusalDetails = {}): RefusalWords {
  const { refusals } = words[language]
  const { say, next } = refusals[code] ?? refusals.internal
  const values = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, inWords(value, language)]))
  return { say: fill(say, values), next: fill(next, values) }
}

function inWords(value: string | number, language: Language): string | number {
  return typeof value === 'string' && DAY.test(value) ? sayDay(value, language) : value
}
