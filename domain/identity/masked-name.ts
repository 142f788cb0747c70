/**
 * A name as a guard may see it: enough to compare with the person's physical card, not enough to know a stranger by.
 * The pass has seven bytes of UTF-8 for it, so each rule below lists its forms, longest first, and the first that fits is
 * taken.
 *
 * - A name that begins with a Chinese character keeps its first and last character: 张小明 → 张*明, 欧阳明明 → 欧*明. One
 *   and two characters keep the first: 张三 → 张*. Only letters count, not blanks or the dot of transliterated names:
 *   买买提·艾力 → 买*力. When rare four-byte characters do not fit, the last one goes: 𠮷*明 → 𠮷*.
 * - Any other name keeps the initials of its first and last word, in the order in which it was written, which is that of
 *   the passport: JOHN SMITH → J.S., ALI BIN ABU → A.A., JEAN-PIERRE O'NEIL → J.O. A single word keeps its first letter:
 *   SUHARTO → S*.
 * - Nothing to keep → *.
 */
import { utf8Encode } from '../pass/utf8'

export const MASKED_NAME_BYTES = 7

const HAN = /^\p{Script=Han}$/u
const LETTER = /^\p{L}/u
const BETWEEN_WORDS = /[\s,;·]+/

/**
 * @param name one full name, Chinese or Latin
 * @returns at most {@link MASKED_NAME_BYTES} bytes of UTF-8
 */
export function maskName(name: string): string {
  const [first = ''] = name.trim()
  const forms = HAN.test(first) ? chineseForms(name) : wordForms(name)
  return forms.find((form) => utf8Encode(form).length <= MASKED_NAME_BYTES) ?? '*'
}

function chineseForms(name: string): string[] {
  const characters = [...name].filter((character) => HAN.test(character) || LETTER.test(character))
  const first = `${characters[0]}*`
  return characters.length < 3 ? [first] : [`${first}${characters[characters.length - 1]}`, first]
}

function wordForms(name: string): string[] {
  const initials = name
    .split(BETWEEN_WORDS)
    .filter((word) => LETTER.test(word))
    .map(initialOf)
  const first = initials[0]
  const last = initials[initials.length - 1]
  if (first === undefined || last === undefined) {
    return []
  }
  return initials.length === 1 ? [`${first}*`] : [`${first}.${last}.`, `${first}.${last}`, `${first}*`]
}

function initialOf(word: string): string {
  const [letter = ''] = word
  const [capital = letter] = letter.toUpperCase()
  return capital
}
