/** The words of the page of marks, in Chinese; marks-en.ts has the same shape. */
import type { MarkKind, MarkOutcome } from '../../lib/domain'

const markKinds: Record<MarkKind, string> = {
  replayed: '同一个码用了多次',
  impossible_travel: '来不及走到的两处',
  shared: '可能多人共用',
}
const markStories: Record<MarkKind, string> = {
  replayed: '同一个二维码在{places}放行了 {count} 次。二维码半分钟就换，说明有人拿到了副本。',
  impossible_travel: '{fromTime} 在{from}放行，{length}后又在{to}放行，骑车也来不及。',
  shared: '{length}内在{places}放行了 {count} 次，可能有几个人轮流用。',
}
const outcomes: Record<MarkOutcome, string> = { harmless: '没有问题', acted_on: '已经处理' }

export const marks = {
  dayPass: '访客证',
  title: '提醒',
  hint: '从扫码记录中看出的异常，供人判断，不代表持卡人有错。',
  open: '待处理',
  settled: '处理过的',
  noneOpen: '没有要处理的提醒。',
  noneSettled: '还没有处理过提醒。',
  more: '往下还有',
  end: '已到底',
  kinds: markKinds,
  stories: { ...markStories, bare: '扫码记录还没有全部到齐。' },
  and: '、',
  lengths: { seconds: '{count} 秒', minutes: '{count} 分钟' },
  outcomes,
  settle: '处理',
  settleHead: '这条提醒怎么处理？',
  settleHint: '要暂停或注销，请先点卡号打开这张卡。',
  notePlaceholder: '写一句结论，例如“本人说手机借给了同学”',
  settledAs: '{outcome}，{moment}',
  done: '已处理',
}
