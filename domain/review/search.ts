/**
 * What a reviewer may type into the search: a name or its beginning, a Latin one by any of its words first, a card
 * number, an application's number, the last four of a document, or a whole document number, which is then found by its
 * digest and kept nowhere. One text can be several of these (ten digits are a card number and a permit's); all of them
 * are looked for.
 */
import { isImportedCardNumber, normaliseCardNumber } from '../card/number'
import { countries } from '../identity/countries'
import { CHINA, type Document, documentTypes, isIssuedInChina } from '../identity/document-type'
import { normaliseNumber } from '../identity/normalise'
import { validateDocument } from '../identity/validate'
import type { Day } from '../time/shanghai'

export const SEARCH_MAX = 60

export type SearchTerm =
  | { kind: 'application'; id: string }
  | { kind: 'card'; number: string }
  | { kind: 'last4'; last4: string }
  /** Every document that the number could be of: a passport's country is not part of its number. */
  | { kind: 'document'; documents: Document[] }
  | { kind: 'nameChinese'; prefix: string }
  /** Any of these may be the beginning of any of a name's keys ({@link latinKeys}). */
  | { kind: 'nameLatin'; prefixes: string[] }

const APPLICATION = /^[0-9a-f]{32}$/i
const LAST_FOUR = /^[\dA-Z]{4}$/
const HAN = /\p{Script=Han}/u
const HAS_DIGIT = /\d/

/**
 * Reads a search.
 * @param today Shanghai day: a document number with a birth date in the future is none
 * @returns what to look for; empty when the text can be nothing of the kind
 */
export function readSearch(text: string, today: Day): SearchTerm[] {
  const plain = text.trim()
  if (HAN.test(plain)) {
    return [{ kind: 'nameChinese', prefix: plain }]
  }
  if (!HAS_DIGIT.test(plain)) {
    const prefixes = latinBeginnings(plain)
    return prefixes.length > 0 ? [{ kind: 'nameLatin', prefixes }] : []
  }
  if (APPLICATION.test(plain)) {
    return [{ kind: 'application', id: plain.toLowerCase() }]
  }
  const number = normaliseNumber(plain)
  const terms: SearchTerm[] = []
  if (LAST_FOUR.test(number)) {
    terms.push({ kind: 'last4', last4: number })
  }
  if (isImportedCardNumber(plain)) {
    terms.push({ kind: 'card', number: normaliseCardNumber(plain) })
  }
  const documents = possibleDocuments(number, today)
  return documents.length > 0 ? [...terms, { kind: 'document', documents }] : terms
}

/**
 * A Latin name as the search compares it, small letters and single blanks: from its first word on, from its second, from its
 * last, the words before it at the end. ZHANG WEI is found by "zhang", "wei" and "wei zh". '' when it has no such word.
 */
export function latinKeys(name: string) {
  const words = wordsOf(name)
  const last = words.length - 1
  return {
    nameLatinKey: words.join(' '),
    nameLatinSecond: last > 0 ? turned(words, 1) : '',
    nameLatinLast: last > 1 ? turned(words, last) : '',
  }
}

/** A typed name as it is, and with its last word first: middle names stand between the two that people know. */
function latinBeginnings(text: string): string[] {
  const words = wordsOf(text)
  return [...new Set([words.join(' '), turned(words, words.length - 1)])].filter(Boolean)
}

const wordsOf = (name: string) =>
  name
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
const turned = (words: string[], at: number) => [...words.slice(at), ...words.slice(0, at)].join(' ')

function possibleDocuments(number: string, today: Day): Document[] {
  const candidates = documentTypes.flatMap((type): Document[] =>
    isIssuedInChina(type)
      ? [{ type, country: CHINA, number }]
      : countries.map(({ code }) => ({ type, country: code, number })),
  )
  return candidates.flatMap((candidate) => {
    const checked = validateDocument(candidate, today)
    return checked.ok ? [checked.value] : []
  })
}
