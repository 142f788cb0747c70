/**
 * The list of issuing countries as people look for one: those that most alumni come from first, then all by name; a search
 * matches either name or the code.
 */
import { type Country, countries, type Language } from '../../../lib/domain'

export type CountryRow = { code: string; name: string }

// Where most international students of the university have come from, and China for Chinese passports.
const COMMON = ['CHN', 'PAK', 'GHA', 'BGD', 'IND', 'KAZ', 'THA', 'VNM', 'LAO', 'IDN', 'MYS', 'KOR', 'RUS', 'ZMB', 'ZWE']

const collator: Record<Language, string> = { zh: 'zh-CN', en: 'en' }

/** The common ones, in the order above. */
export function commonCountries(language: Language): CountryRow[] {
  return COMMON.flatMap((code) => countries.filter((country) => country.code === code)).map((country) =>
    rowOf(country, language),
  )
}

/** All that match; every one when nothing is searched for. */
export function findCountries(text: string, language: Language): CountryRow[] {
  const wanted = text.trim().toLowerCase()
  return countries
    .filter(({ code, name }) => [name.zh, name.en, code].some((word) => word.toLowerCase().includes(wanted)))
    .map((country) => rowOf(country, language))
    .sort((one, other) => one.name.localeCompare(other.name, collator[language]))
}

/** The name of a country, '' when the code is unknown. */
export function countryName(code: string, language: Language): string {
  return countries.find((country) => country.code === code)?.name[language] ?? ''
}

function rowOf({ code, name }: Country, language: Language): CountryRow {
  return { code, name: name[language] }
}
