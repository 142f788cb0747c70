/** The words of the activation page, in Chinese; activate-en.ts has the same shape. */
import { proving } from './proving-zh'

export const activate = {
  ...proving,
  register: '用这个证件登记',
  older: '以前的卡没留手机号，或者查不到？用这个证件登记，核实以后沿用原来的卡号，没有卡的发新卡。',
  title: '激活校友卡',
  documentHead: '登记时用的证件',
  documentText: '以前办过校友卡的，也在这里领取和激活，卡号不变。',
  confirm: '激活',
  working: '正在激活',
  done: '激活成功',
  doneText: '{name}，欢迎回家。这张卡有效期至 {day}。',
  renew: '去续期',
}
