/** Both languages of the guard's pages under one name. */
import { addRefusals } from '../i18n/refusal'
import type { Language } from '../lib/domain'
import { en } from './words/en'
import { refusals as refusalsEn } from './words/refusals-en'
import { refusals as refusalsZh } from './words/refusals-zh'
import type { Shape } from './words/shape'
import { zh } from './words/zh'

export type GuardWords = Shape<typeof zh>

export const words: Record<Language, GuardWords> = { zh, en }

addRefusals({ zh: refusalsZh, en: refusalsEn })
