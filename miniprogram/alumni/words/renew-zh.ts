/** The words of the renewal page in Chinese, beside those that it shares with activation; renew-en.ts has the same shape. */
export const renew = {
  title: '续期',
  documentHead: '给校友卡续期',
  documentText: '卡号不变，照常使用。请用办卡时的证件和手机号，再确认一次是您本人。',
  confirm: '续期',
  working: '正在续期',
  done: '续期成功',
  doneText: '{name}，校友卡有效期延长至 {day}。',
  activate: '去激活',
}
