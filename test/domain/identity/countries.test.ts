import { countries, isCountry } from '../../../domain/identity'

test('249 countries, each with its own code and names in both languages', () => {
  expect(countries).toHaveLength(249)
  for (const values of [
    countries.map(({ code }) => code),
    countries.map(({ name }) => name.zh),
    countries.map(({ name }) => name.en),
  ]) {
    expect(new Set(values).size).toBe(249)
  }
  expect(countries.every(({ code, name }) => /^[A-Z]{3}$/.test(code) && name.zh !== '' && name.en !== '')).toBe(true)
  expect(countries.map(({ code }) => code)).toEqual(countries.map(({ code }) => code).sort())
})

test('codes are capitals', () => {
  expect(isCountry('CHN')).toBe(true)
  expect(isCountry('chn')).toBe(false)
  expect(isCountry('XXX')).toBe(false)
})

// Node carries the same names from CLDR, region codes of two letters: a second source for the spelling of common names.
test('English names agree with CLDR for countries that many alumni come from', () => {
  const names = new Intl.DisplayNames('en', { type: 'region' })
  const pairs = {
    PK: 'PAK',
    GH: 'GHA',
    NG: 'NGA',
    BD: 'BGD',
    IN: 'IND',
    ID: 'IDN',
    KE: 'KEN',
    MA: 'MAR',
    YE: 'YEM',
    ZW: 'ZWE',
  }
  for (const [two, three] of Object.entries(pairs)) {
    expect(countries.find(({ code }) => code === three)?.name.en).toBe(names.of(two))
  }
})
