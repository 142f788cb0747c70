/** The words of every refusal, from all packages: a code without words in one language does not compile here. */
import type { RefusalCode } from '../../../domain/refusals'
import { refusals as alumniEn } from '../../../miniprogram/alumni/words/refusals-en'
import { refusals as alumniZh } from '../../../miniprogram/alumni/words/refusals-zh'
import { refusals as guardEn } from '../../../miniprogram/guard/words/refusals-en'
import { refusals as guardZh } from '../../../miniprogram/guard/words/refusals-zh'
import type { RefusalWords } from '../../../miniprogram/i18n/refusal'
import { refusals as mainEn } from '../../../miniprogram/i18n/refusals-en'
import { refusals as mainZh } from '../../../miniprogram/i18n/refusals-zh'
import { refusals as staffEn } from '../../../miniprogram/staff/words/refusals-en'
import { refusals as staffZh } from '../../../miniprogram/staff/words/refusals-zh'

type All = Record<RefusalCode, RefusalWords>

/** By package, in Chinese: every code stands in one of them only. */
export const byPackage = { main: mainZh, alumni: alumniZh, guard: guardZh, staff: staffZh }

export const allRefusals: { zh: All; en: All } = {
  zh: { ...mainZh, ...alumniZh, ...guardZh, ...staffZh },
  en: { ...mainEn, ...alumniEn, ...guardEn, ...staffEn },
}
