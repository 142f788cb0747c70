/**
 * Chinese characters made comparable: traditional ones as simplified ones, and their pinyin. The tables are those of OpenCC
 * and pinyin-pro. Characters are converted one by one: OpenCC's phrases are about words and would make one name of two.
 */
import table from 'opencc-js/dict/TSCharacters'
import { pinyin } from 'pinyin-pro'

const simplified = new Map(table.split('|').map((pair) => pair.split(' ', 2) as [string, string]))

/** The text with every traditional character in its simplified form. */
export function simplify(text: string): string {
  return [...text].map((character) => simplified.get(character) ?? character).join('')
}

/**
 * The syllables of a name without tones, family names read as family names (单 is shan).
 * @returns none when one of the characters is unknown: part of a name would be somebody else's
 */
export function pinyinSyllables(name: string): string[] {
  const syllables = pinyin(name, {
    toneType: 'none',
    type: 'array',
    surname: 'head',
    toneSandhi: false,
    nonZh: 'removed',
  })
  return syllables.length === [...name].length ? syllables : []
}
