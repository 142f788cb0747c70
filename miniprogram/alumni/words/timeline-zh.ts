/** The words of the page of an application’s progress, in Chinese; timeline-en.ts has the same shape. */
import type { Verdict } from '../../lib/domain'

/** The reviewers' reasons as the applicant reads them: what it was, and what to do. */
type ReasonWords = { say: string; next: string }
type Reason = NonNullable<Verdict['reason']>

const reasons: Record<Reason, ReasonWords> = {
  portrait_unclear: { say: '照片不够清晰。', next: '请在明亮处正面拍摄，露出五官，重新上传。' },
  proof_unreadable: { say: '学历证明照片看不清。', next: '请把证书放平、对焦后重拍，四角都要拍到。' },
  proof_does_not_match: { say: '学历证明与填写的内容对不上。', next: '请核对学院、专业和年份，或换一份证明。' },
  name_differs: { say: '姓名与证明不一致。', next: '请按证件填写姓名；改过名的，请在帮助页联系我们。' },
  document_differs: { say: '证件号码与证明不一致。', next: '请重新核对证件号码。' },
  study_incomplete: { say: '学习经历不完整。', next: '请补充在校期间的每一段学习经历。' },
  not_found_in_archive: { say: '校友档案中没有查到您。', next: '请联系校友工作办公室核实，档案更正后可再次登记。' },
  current_campus_identity: { say: '您目前有在校身份。', next: '请使用校园卡进出校园，离校后再来登记。' },
  has_card_already: { say: '您已经有校友卡了。', next: '不用重新申请，直接激活即可使用。' },
  forged: { say: '证明材料不真实。', next: '如有异议，请联系校友工作办公室。' },
  other: { say: '', next: '如有疑问，请联系校友工作办公室。' },
}

export const timeline = {
  title: '申请进度',
  heads: {
    submitted: '已提交，等待审核',
    in_review: '正在审核',
    approved: '审核通过',
    returned: '需要补充资料',
    rejected: '这次没有通过',
    withdrawn: '申请已撤回',
  },
  texts: {
    submitted: '{cutOff}截止后开始审核，当天下午短信通知结果。',
    in_review: '审核员正在处理，不论是否通过都会短信通知您。',
    approved: '卡号 {number}。{from}零点起可以激活。',
    approvedReady: '卡号 {number}，现在就可以激活。',
    approvedActive: '卡号 {number}，已在使用。',
    returned: '修改后重新提交，进入下一轮审核。',
    rejected: '下面是原因和可以做的事。',
    withdrawn: '需要时可以重新登记。',
  },
  steps: {
    submitted: '提交申请',
    in_review: '审核',
    approved: '审核通过',
    returned: '退回补充',
    rejected: '未通过',
    decided: '审核结果',
    issued: '发放卡号',
    activatable: '可以激活',
    active: '已激活',
    withdrawn: '已撤回',
  },
  expected: '{moment}起',
  sameDay: '{day}下午',
  reason: '审核意见',
  note: '审核员的说明',
  reasons,
  details: '申请内容',
  document: '证件',
  name: '姓名',
  views: '谁看过我的证件号码',
  viewed: { guard: '门卫于 {moment} 查看', reviewer: '审核员于 {moment} 查看', admin: '管理员于 {moment} 查看' },
  lookedUp: {
    guard: '门卫于 {moment} 按证件号码查找',
    reviewer: '审核员于 {moment} 按证件号码查找',
    admin: '管理员于 {moment} 按证件号码查找',
  },
  neverViewed: '还没有人查看过完整号码。',
  privacy: '我的个人信息',
  amend: '修改并重新提交',
  activate: '激活校友卡',
  showCard: '出示校友卡',
  register: '重新登记',
  help: '联系我们',
  visit: '预约访客入校',
  withdraw: '撤回申请',
  withdrawHead: '撤回这份申请？',
  withdrawText: '撤回后不再审核，之后可以重新登记。',
  withdrawYes: '撤回',
  withdrawNo: '不撤回',
  none: '您还没有申请。已有校友卡的，请回首页查看。',
  start: '从首页开始',
}
