/** Both languages of the main package under one name. */
import type { Language } from '../lib/domain'
import { en } from './en'
import { zh } from './zh'

export type Words = typeof zh

export const words: Record<Language, Words> = { zh, en }

/** One section of the words in both languages, as `localised` takes it: section('home'). */
export function section<Name extends keyof Words>(name: Name): Record<Language, Words[Name]> {
  return { zh: zh[name], en: en[name] }
}
