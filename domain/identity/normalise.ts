/**
 * One spelling for every document number, so that the same document is always the same text: full-width characters become
 * half-width, blanks and hyphens go, letters are capitals, a 15-digit resident number becomes its 18-digit form, and
 * documents that only China issues carry CHN.
 */
import { CHINA, type Document, isIssuedInChina } from './document-type'
import { mod11And2 } from './iso7064'

const FULL_WIDTH = /[\uff01-\uff5e]/g
const FULL_WIDTH_SHIFT = 0xfee0
// Blanks (with the zero-width ones that copying from chats brings), soft hyphens and every dash a keyboard can produce.
const SEPARATORS = /[\s\u200b-\u200f\u2060\u00ad\u2010-\u2015\u2212\ufe58\ufe63\u30fc-]/g
const FIFTEEN_DIGITS = /^[1-8]\d{14}$/

/** Half-width, without blanks and hyphens, ASCII letters in capitals (other letters stay and are refused later). */
export function normaliseNumber(text: string): string {
  return text
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_SHIFT))
    .replace(SEPARATORS, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
}

/** The 18-digit form of a 15-digit resident number (born 19xx); any other text is returned as it is. */
export function upgradeResidentNumber(number: string): string {
  if (!FIFTEEN_DIGITS.test(number)) {
    return number
  }
  const digits = `${number.slice(0, 6)}19${number.slice(6)}`
  return digits + mod11And2(digits)
}

/** The one spelling of a document; says nothing about whether it is valid. */
export function normaliseDocument(document: Document): Document {
  const { type } = document
  const plain = normaliseNumber(document.number)
  const country = normaliseNumber(document.country)
  return {
    type,
    country: country === '' && isIssuedInChina(type) ? CHINA : country,
    number: type === 'resident_id' ? upgradeResidentNumber(plain) : plain,
  }
}
