/** The visitors page in Chinese; visitors-en.ts has the same shape. */
import type { VisitList, VisitReason, VisitRefusalReason } from '../../lib/domain'

const lists: Record<VisitList, string> = { waiting: '待审批', approved: '已通过', marked: '异常' }

const reasons: Record<VisitReason, string> = {
  campus: '看看校园',
  reunion: '同学聚会',
  teacher: '拜访老师',
  errand: '办理手续',
  event: '参加活动',
  other: '其他',
}

const refusals: Record<VisitRefusalReason, string> = {
  campus_closed: '当天校园不对外开放',
  full: '当天人数已满',
  reason_unclear: '事由不清楚',
  identity_doubt: '身份需要核实',
  other: '其他',
}

export const visitors = {
  title: '访客',
  hint: '校友卡还不能用的人预约入校。决定后会短信通知本人。',
  lists,
  none: {
    waiting: '没有等待审批的预约。',
    approved: '今天以后没有访客。',
    marked: '近半年没有爽约，也没有超时未离校的访客。',
  },
  where: '{day} · {gate}',
  reasons,
  came: '到访过 {count} 次',
  noShows: '{count} 次预约后没有来',
  overstays: '{count} 次没有按时离校',
  outcomes: { no_show: '没有来', overstayed: '没有按时离校' },
  markedHint: '校门扫码记录得出，可能有遗漏。有过一次没有按时离校，或两次没有来的，再预约时由工作人员审批。',
  decidedBy: '{name} 审批',
  byRule: '按规定自动通过',
  application: '查看申请',
  card: '查看校友卡',
  approve: '通过',
  refuse: '不通过',
  takeBack: '收回访客证',
  refuseHead: '为什么不通过？',
  takeBackHead: '为什么收回？',
  refuseHint: '原因会发给本人。收回后，访客证在校门随即失效。',
  notePlaceholder: '给访客的说明',
  confirm: '确定并通知本人',
  approved: '已通过，已通知本人',
  refused: '已记录，已通知本人',
  refusals,
}
