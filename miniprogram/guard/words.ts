/** Both languages of the guard's pages under one name. */
import type { Language } from '../lib/domain'
import { en } from './words/en'
import type { Shape } from './words/shape'
import { zh } from './words/zh'

export type GuardWords = Shape<typeof zh>

export const words: Record<Language, GuardWords> = { zh, en }
