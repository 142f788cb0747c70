/**
 * The keys by which a person's name is found in the archive, however it was written down: traditional or simplified
 * characters, pinyin with the family name first or last, with or without blanks, hyphens and tones, Latin names with or
 * without accents and middle names, names of China's minorities with or without their dot.
 *
 * A key never decides anything: it brings candidates together, and name-comparison.ts says how alike the names are. What is
 * not found: romanisations other than pinyin (CHAN TAI MAN), and translations of names.
 *
 * For functions only: the tables weigh half a megabyte and take their time to load.
 */

import { pinyinSyllables, simplify } from './chinese-characters'
import { foldLatin, latinWords, necklace } from './latin-names'

/** A name in both scripts; either may be ''. */
export type Names = { nameChinese: string; nameLatin: string }

/** `full`: the whole name; `short`: without middle names, by which the same person may be on record. */
export type NameKeys = { full: string[]; short: string[] }

/** More words than this are no middle names but titles and places; every pair of words would be a key. */
const MOST_WORDS = 5

/**
 * All keys of a name.
 * @returns each key once; keys of Chinese characters and of letters never meet. Nothing to fold → none
 */
export function nameKeys(names: Names): string[] {
  const { full, short } = splitNameKeys(names)
  return [...new Set([...full, ...short])]
}

/** The keys of a name, apart: those of the whole name and those of its parts. */
export function splitNameKeys({ nameChinese, nameLatin }: Names): NameKeys {
  const chinese = chineseKeys(nameChinese)
  const latin = latinKeys(nameLatin, chinese.full.length > 0)
  return { full: unique(chinese.full, latin.full), short: unique(chinese.short, latin.short) }
}

/** Keys of the characters alone: what two Chinese names must share to be one name. */
export function characterKeys(nameChinese: string): NameKeys {
  const characters = charactersOf(nameChinese)
  if (characters === '') {
    return { full: [], short: [] }
  }
  // 买买提·艾力 is on many records as 买买提 alone.
  const first = charactersOf(nameChinese.split(/[·•‧・.．\s]/u)[0] ?? '')
  return { full: [characters], short: first.length > 1 && first !== characters ? [first] : [] }
}

function chineseKeys(nameChinese: string): NameKeys {
  const { full, short } = characterKeys(nameChinese)
  const [characters] = full
  if (!characters) {
    return { full, short }
  }
  const letters = foldLatin(pinyinSyllables(characters).join(''))
  return { full: letters === '' ? full : [...full, necklace(letters)], short }
}

/** Keys of a name in letters. @param isPinyin the name stands beside a Chinese one: its words are syllables, and leaving one out makes another name */
export function latinKeys(nameLatin: string, isPinyin: boolean): NameKeys {
  const words = latinWords(nameLatin)
  if (words.length === 0) {
    return { full: [], short: [] }
  }
  const full = [words.map(({ plain }) => plain).join(''), words.map(({ passport }) => passport).join('')]
  return {
    full: unique(full.map(necklace), []),
    short: isPinyin || words.length < 3 ? [] : pairs(words.map(({ plain }) => plain)).map(necklace),
  }
}

/** Every two words of a name, initials left out: JOHN QUINCY ADAMS is on record as John Adams, or as ADAMS JOHN. */
function pairs(words: readonly string[]): string[] {
  const whole = words.filter((word) => word.length > 1).slice(0, MOST_WORDS)
  return whole.flatMap((first, index) => whole.slice(index + 1).map((second) => first + second))
}

function charactersOf(name: string): string {
  return simplify([...name.normalize('NFKC')].filter((character) => /\p{Script=Han}/u.test(character)).join(''))
}

function unique(some: readonly string[], others: readonly string[]): string[] {
  return [...new Set([...some, ...others])]
}
