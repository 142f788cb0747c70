/** @jest-environment node */

import { verdictCodes } from '../../../miniprogram/guard/lib/domain'
import {
  cardReasons,
  degrees,
  documentTypes,
  markOutcomes,
  queueFilters,
  rejectReasons,
  returnReasons,
} from '../../../miniprogram/lib/domain'
import { words } from '../../../miniprogram/staff/words'
import { leaves, placesOf } from '../guard/leaves'

const zh = leaves(words.zh)
const en = leaves(words.en)

test('both languages have the same words', () => {
  expect([...en.keys()]).toEqual([...zh.keys()])
})

test.each([...zh.keys()])('%s says something in both languages, with the same places', (key) => {
  const [chinese = '', english = ''] = [zh.get(key), en.get(key)]
  expect(chinese.trim()).not.toBe('')
  expect(english.trim()).not.toBe('')
  expect(placesOf(english)).toEqual(placesOf(chinese))
  expect(english).not.toMatch(/\p{Script=Han}/u)
})

test.each(['zh', 'en'] as const)('the closed lists have a word each (%s)', (language) => {
  const { reasons, filters, documentTypes: types, degrees: names } = words[language]
  expect(Object.keys(reasons).sort()).toEqual([...new Set([...returnReasons, ...rejectReasons])].sort())
  expect(Object.keys(filters)).toEqual([...queueFilters])
  expect(Object.keys(types).sort()).toEqual([...documentTypes].sort())
  expect(Object.keys(names).sort()).toEqual([...degrees].sort())
  expect(Object.keys(words[language].cardReasons).sort()).toEqual(
    [...new Set(Object.values(cardReasons).flat())].sort(),
  )
  expect(Object.keys(words[language].verdicts).sort()).toEqual([...verdictCodes].sort())
  expect(Object.keys(words[language].marks.outcomes)).toEqual([...markOutcomes])
})
