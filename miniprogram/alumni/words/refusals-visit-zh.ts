/** Refusals of visits, in Chinese: a sentence and a next step for each (i18n/refusal.ts). */
import type { RefusalWords } from '../../i18n/refusal'
import type { RefusalCode } from '../../lib/domain'

export const visitRefusals = {
  visit_holds_card: { say: '您的校友卡可以进校，不用预约访客。', next: '请直接出示校友卡，并带上身份证件原件。' },
  visit_not_known: {
    say: '这个微信号还没有登记，也没有校友卡。',
    next: '请先登记或激活校友卡，提交后马上可以预约入校。',
  },
  visit_elsewhere: { say: '入校预约在学校的访客系统里办理。', next: '请复制链接，在浏览器中打开预约。' },
  visit_day: { say: '这一天不能预约。', next: '请选择{from}到{to}之间的日期。' },
  visit_gate: { say: '这个入口不接待访客。', next: '请换一个校门。' },
  visit_note_missing: { say: '还没有写来访事由。', next: '选了“其他”，请用一句话说明来做什么。' },
  visit_exists: { say: '这一天您已经预约过了。', next: '请在下面查看这次预约，或换一天。' },
  visit_limit: { say: '这个月的 {count} 次预约已经用完。', next: '请选择下个月的日期，或取消一次还没到的预约。' },
  visit_attempts: { say: '今天预约和取消的次数太多了。', next: '{from}可以再预约；急事请联系校友工作办公室。' },
} satisfies Partial<Record<RefusalCode, RefusalWords>>
