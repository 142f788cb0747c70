/**
 * A refusal in words: the sentence and the next step of its code, with days and counts of its details put into place.
 * Details are days ('YYYY-MM-DD'), counts or short texts (domain/result.ts). A sub-package brings the words of what only its
 * own pages meet, so that nobody downloads the staff's with their card.
 */
import type { Language, RefusalCode } from '../lib/domain'
import { sayDay } from './dates'
import { fill } from './fill'
import { words } from './words'

/** What a person reads when something is refused: what happened, and what to do. */
export type RefusalWords = { say: string; next: string }

/** What a refusal may carry; pages pass on `reply.details`. */
export type RefusalDetails = Readonly<Record<string, string | number>>

type Known = Partial<Record<RefusalCode, RefusalWords>>

const known: Record<Language, Known> = { zh: { ...words.zh.refusals }, en: { ...words.en.refusals } }

/** Adds a sub-package's own refusals; its words do this once, before its first page is shown. */
export function addRefusals({ zh, en }: Record<Language, Known>): void {
  Object.assign(known.zh, zh)
  Object.assign(known.en, en)
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The sentence and the next step for a code; a code without words reads as `internal`. */
export function sayRefusal(code: RefusalCode, language: Language, details: RefusalDetails = {}): RefusalWords {
  const { say, next } = known[language][code] ?? words[language].refusals.internal
  const values = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, inWords(value, language)]))
  return { say: fill(say, values), next: fill(next, values) }
}

function inWords(value: string | number, language: Language): string | number {
  return typeof value === 'string' && DAY.test(value) ? sayDay(value, language) : value
}
