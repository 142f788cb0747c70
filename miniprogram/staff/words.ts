/** Both languages of the staff's pages under one name. */
import { addRefusals } from '../i18n/refusal'
import type { Language } from '../lib/domain'
import { en } from './words/en'
import { refusals as refusalsEn } from './words/refusals-en'
import { refusals as refusalsZh } from './words/refusals-zh'
import type { Shape } from './words/shape'
import { zh } from './words/zh'

export type StaffWords = Shape<typeof zh>

export const words: Record<Language, StaffWords> = { zh, en }

addRefusals({ zh: refusalsZh, en: refusalsEn })

/** One page's words in both languages, as `localised` takes it. */
export function section<Name extends keyof StaffWords>(name: Name): Record<Language, StaffWords[Name]> {
  return { zh: words.zh[name], en: words.en[name] }
}
