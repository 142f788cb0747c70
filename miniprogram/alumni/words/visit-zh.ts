/** The words of the visitor pages in Chinese; visit-en.ts has the same shape. */
import type { VisitReason, VisitRefusalReason, VisitState } from '../../lib/domain'

const reasons: Record<VisitReason, string> = {
  campus: '看看校园',
  reunion: '同学聚会',
  teacher: '拜访老师',
  errand: '办理手续',
  event: '参加活动',
  other: '其他',
}

const refusals: Record<VisitRefusalReason, string> = {
  campus_closed: '当天校园不对外开放，请改约其他日期。',
  full: '当天预约人数已满，请改约其他日期。',
  reason_unclear: '来访事由不清楚，请改约一天并写明来做什么。',
  identity_doubt: '身份信息需要核实，请联系校友工作办公室。',
  other: '',
}

const states: Record<VisitState, string> = {
  waiting: '等待审批',
  approved: '已通过',
  refused: '未通过',
  cancelled: '已取消',
}

export const visit = {
  title: '预约入校',
  head: '先以访客身份入校',
  text: '校友卡还不能用时，可以预约一天入校。身份信息来自您的申请，不用再填。',
  own: '我的预约',
  day: '哪一天',
  chooseDay: '请选择日期',
  gate: '从哪个门进',
  reason: '来做什么',
  note: '请用一句话说明',
  notePlaceholder: '例如：到档案馆取学籍材料',
  ask: '提交预约',
  most: '每人每月最多 {count} 次；每次一天，只限本人，请带上身份证件原件。',
  missing: { day: '请选择日期', point: '请选择校门', reason: '请选择事由', note: '请用一句话说明来做什么' },
  leaveBy: '请在{time}前离校，离校时再扫一次访客证。',
  waitingText: '工作人员审批后会短信通知您。',
  show: '出示访客证',
  cancel: '取消预约',
  cancelOf: '取消{day}的预约',
  cancelHead: '取消{day}的预约？',
  cancelText: '访客证随即失效。入校当天取消的，仍计入当月次数。',
  cancelYes: '取消预约',
  cancelNo: '保留',
  elsewhere: '入校预约在学校的访客系统里办理，复制链接后在浏览器中打开。',
  copy: '复制链接',
  showCard: '出示校友卡',
  register: '去登记',
  noKey: '手机没能生成密钥，请重启微信后再试。',
  reasons,
  refusals,
  states,
}

export const dayPass = {
  title: '访客证',
  kind: '访客证',
  only: '仅限当天',
  offline: '没有网络，访客证仍可使用',
  last4: '证件后四位 {last4}',
  gate: '请从{gate}进校，并出示身份证件原件',
  leave: '请在{time}前离校，离校时也请出示这个码',
  blocked: {
    early: { head: '还没到入校的日子', text: '{day}零点起，这里出现二维码，没有网络也能出示。', action: '查看预约' },
    over: { head: '这张访客证已过期', text: '只在{day}有效。需要再来，请重新预约。', action: '重新预约' },
    moved: {
      head: '访客证在另一部手机上',
      text: '请在那部手机上出示；或取消这次预约，在这部手机上重新预约。',
      action: '查看预约',
    },
    ended: { head: '这次预约已取消或未通过', text: '这张访客证不能再使用。', action: '查看预约' },
    gone: { head: '没有找到这张访客证', text: '请查看现有的预约。', action: '查看预约' },
  },
}
