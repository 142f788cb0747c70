/** The country list: common ones first, every name findable in both languages. */
import {
  commonCountries,
  countryName,
  findCountries,
} from '../../../miniprogram/alumni/components/country-picker/countries'
import { countries } from '../../../miniprogram/lib/domain'

test('the common ones are real, few and without repetition', () => {
  const codes = commonCountries('zh').map((row) => row.code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes).toContain('CHN')
  expect(codes.length).toBeGreaterThan(10)
  expect(codes.length).toBeLessThan(20)
})

test('nothing searched for: all of them, sorted by name', () => {
  const rows = findCountries('', 'en')
  expect(rows).toHaveLength(countries.length)
  expect(rows[0]?.name).toBe('Afghanistan')
})

test.each([
  ['ghana', 'GHA'],
  ['加纳', 'GHA'],
  ['PAK', 'PAK'],
  [' viet', 'VNM'],
])('%p finds %s in both languages', (text, code) => {
  expect(findCountries(text, 'zh').map((row) => row.code)).toContain(code)
  expect(findCountries(text, 'en').map((row) => row.code)).toContain(code)
})

test('what does not exist is not found', () => {
  expect(findCountries('atlantis', 'en')).toEqual([])
  expect(countryName('XXX', 'zh')).toBe('')
  expect(countryName('GHA', 'zh')).toBe('加纳')
})
