/**
 * The words: both languages say everything, every refusal and field error has them, and places are the same in both.
 * @jest-environment node
 */

import { refusalCodes } from '../../../domain/refusals'
import { fieldCodes, limits } from '../../../domain/registration/form'
import { rejectReasons, returnReasons } from '../../../domain/review/decision'
import { alumniWords } from '../../../miniprogram/alumni/words/words'
import { words } from '../../../miniprogram/i18n/words'
import { allRefusals, byPackage } from '../harness/refusals'

type Tree = { [key: string]: Tree | string }

/** Every sentence by its path. */
function sentences(tree: unknown, path = ''): [string, string][] {
  if (typeof tree === 'string') {
    return [[path, tree]]
  }
  return Object.entries(tree as Tree).flatMap(([key, value]) => sentences(value, path === '' ? key : `${path}.${key}`))
}

const places = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
const HAN = /\p{Script=Han}/u
// The two labels that name the other language in its own writing, and an example of a Chinese name.
const MAY_HOLD_HAN = ['home.switchLanguage', 'home.switchLabel', 'fields.name_chinese']

describe.each([
  ['main', words],
  ['alumni', alumniWords],
])('words of the %s package', (_, { zh, en }) => {
  const chinese = new Map(sentences(zh))
  const english = new Map(sentences(en))

  test('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  test('leave no sentence empty in one language only', () => {
    const different = [...chinese].filter(([path, text]) => (text === '') !== (english.get(path) === ''))
    expect(different).toEqual([])
  })

  test('have the same places in both languages', () => {
    const different = [...chinese].filter(([path, text]) => `${places(text)}` !== `${places(english.get(path) ?? '')}`)
    expect(different).toEqual([])
  })

  test('are Chinese in the Chinese file and without Han in the English one', () => {
    const mixed = [...english].filter(([path, text]) => HAN.test(text) && !MAY_HOLD_HAN.includes(path))
    expect(mixed).toEqual([])
    const untranslated = [...chinese].filter(
      ([path, text]) => text.length > 12 && !HAN.test(text) && !MAY_HOLD_HAN.includes(path),
    )
    expect(untranslated).toEqual([])
  })
})

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test.each(refusalCodes)('the refusal %s has a sentence and a next step', (code) => {
    const { say, next } = allRefusals[language][code]
    expect(say.length).toBeGreaterThan(4)
    expect(next.length).toBeGreaterThan(4)
    expect(say).not.toBe(next)
  })

  test.each(fieldCodes)('the field error %s has words', (code) => {
    expect(words[language].fields[code].length).toBeGreaterThan(3)
  })

  test.each([...new Set([...returnReasons, ...rejectReasons])])('the reason %s says what to do next', (reason) => {
    const { say, next } = alumniWords[language].timeline.reasons[reason]
    expect(next.length).toBeGreaterThan(4)
    // "other" is said by the reviewer's own note.
    expect(say === '').toBe(reason === 'other')
  })

  test('the number of study records is that of the rules', () => {
    expect(words[language].fields.too_many).toContain(String(limits.studies))
    expect(alumniWords[language].form.steps.studies.text).toContain(String(limits.studies))
  })

  test('no two refusals read alike', () => {
    const all = refusalCodes.map((code) => allRefusals[language][code].say)
    expect(new Set(all).size).toBe(all.length)
  })
})

test('every refusal stands in one package only', () => {
  const codes = Object.values(byPackage).flatMap((refusals) => Object.keys(refusals))
  expect(codes.sort()).toEqual([...refusalCodes].sort())
})
