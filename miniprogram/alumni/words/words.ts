/** Both languages of the alumni pages under one name. */
import type { Language } from '../../lib/domain'
import { en } from './en'
import { zh } from './zh'

export type AlumniWords = typeof zh

export const alumniWords: Record<Language, AlumniWords> = { zh, en }

/** One section in both languages, as `localised` takes it. */
export function section<Name extends keyof AlumniWords>(name: Name): Record<Language, AlumniWords[Name]> {
  return { zh: zh[name], en: en[name] }
}
