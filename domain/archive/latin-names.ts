/**
 * Latin names made comparable: capitals, accents, blanks, hyphens and the order of the words do not count.
 *
 * The order needs no guess about which word is the family name. A name and the same name with its family name at the other
 * end are the same letters read around a ring, so the ring read from its smallest rotation is one key for both.
 */

/** A word without accents, and as passports spell it (ICAO 9303: Ü becomes UE). */
export type Word = { plain: string; passport: string }

// Letters that no accent is taken from, and how passports and keyboards spell them (ICAO Doc 9303-3, section 6).
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ŋ: 'n',
  ħ: 'h',
  ŧ: 't',
  ĸ: 'k',
}
const PASSPORT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', ñ: 'n' }
const MARKS = /\p{M}+/gu
const BETWEEN_WORDS = /[\s,.·•-]+/u
const APOSTROPHES = /['’ʼ`]/gu

/** The words of a name in both spellings, in their order. */
export function latinWords(name: string): Word[] {
  const words = name.normalize('NFC').toLowerCase().replace(APOSTROPHES, '').split(BETWEEN_WORDS)
  return words
    .map((word) => ({ plain: foldLatin(word), passport: foldLatin(passportSpelling(word)) }))
    .filter(({ plain }) => plain !== '')
}

/**
 * Letters a–z only. The pinyin ü has been written ü, v, yu and u after l and n over the years (passports write YU since
 * 2012), so all of them are u here.
 */
export function foldLatin(text: string): string {
  const letters = [...text.normalize('NFD').toLowerCase().replace(MARKS, '')].map((letter) => LETTERS[letter] ?? letter)
  return letters
    .join('')
    .replace(/[^a-z]/g, '')
    .replace(/([ln])(?:yu|v)/g, '$1u')
}

/** The smallest rotation of a text, by which rings of letters are compared. */
export function necklace(text: string): string {
  const twice = text + text
  let best = text
  for (let start = 1; start < text.length; start += 1) {
    const rotation = twice.slice(start, start + text.length)
    if (rotation < best) {
      best = rotation
    }
  }
  return best
}

function passportSpelling(word: string): string {
  return [...word].map((letter) => PASSPORT[letter] ?? letter).join('')
}
