/** What people read on the screens, so that a journey taps what it sees in either language. */
import { en as alumniEn } from '../../miniprogram/alumni/words/en'
import { zh as alumniZh } from '../../miniprogram/alumni/words/zh'
import { en as guardEn } from '../../miniprogram/guard/words/en'
import { zh as guardZh } from '../../miniprogram/guard/words/zh'
import { en as mainEn } from '../../miniprogram/i18n/en'
import { zh as mainZh } from '../../miniprogram/i18n/zh'
import { en as staffEn } from '../../miniprogram/staff/words/en'
import { zh as staffZh } from '../../miniprogram/staff/words/zh'
import { allRefusals } from '../miniprogram/harness/refusals'

export type Lang = 'zh' | 'en'

export const words = {
  zh: { main: mainZh, alumni: alumniZh, staff: staffZh, guard: guardZh, refusals: allRefusals.zh },
  en: { main: mainEn, alumni: alumniEn, staff: staffEn, guard: guardEn, refusals: allRefusals.en },
} as const
