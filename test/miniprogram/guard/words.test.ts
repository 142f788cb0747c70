/** @jest-environment node */
import fs from 'node:fs'
import path from 'node:path'
import { words } from '../../../miniprogram/guard/words'
import { leaves, placesOf } from './leaves'

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

test('the number panel names the button of the card page in its own words', () => {
  const main = (language: 'zh' | 'en') =>
    fs.readFileSync(path.resolve(__dirname, `../../../miniprogram/i18n/${language}.ts`), 'utf8')
  for (const language of ['zh', 'en'] as const) {
    const button = words[language].scan.number.where.match(/“([^”]+)”/)?.[1] ?? '?'
    expect(main(language)).toContain(`challenge: '${button}'`)
  }
})
