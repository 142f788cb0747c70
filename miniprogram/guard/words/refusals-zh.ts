/** Refusals of looking a card up, in Chinese: a sentence and a next step for each (i18n/refusal.ts). */
import type { RefusalWords } from '../../i18n/refusal'
import type { RefusalCode } from '../../lib/domain'

export const refusals = {
  card_number_typo: { say: '卡号有一位数字不对。', next: '请对照卡面再输入一次。' },
  look_up_not_matched: { say: '卡号与证件后四位没有对上。', next: '请核对办卡时所用的证件，再试一次。' },
  look_up_limit: {
    say: '今天查卡输错的次数太多了。',
    next: '请改为扫码，或请来访者联系校友工作办公室；{from}起可以再查。',
  },
} satisfies Partial<Record<RefusalCode, RefusalWords>>
