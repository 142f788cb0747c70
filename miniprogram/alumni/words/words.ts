/** Both languages of the alumni pages under one name. */
import { addRefusals } from '../../i18n/refusal'
import type { Language } from '../../lib/domain'
import { en } from './en'
import { refusals as refusalsEn } from './refusals-en'
import { refusals as refusalsZh } from './refusals-zh'
import { zh } from './zh'

export type AlumniWords = typeof zh

export const alumniWords: Record<Language, AlumniWords> = { zh, en }

addRefusals({ zh: refusalsZh, en: refusalsEn })

/** One section in both languages, as `localised` takes it. */
export function section<Name extends keyof AlumniWords>(name: Name): Record<Language, AlumniWords[Name]> {
  return { zh: zh[name], en: en[name] }
}
