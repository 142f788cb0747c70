/**
 * The words of closed lists in Chinese: documents, degrees, reasons, states. Reasons here are labels for reviewers; what applicants
 * read stands in alumni/words and domain/notifications. terms-en.ts has the same shape.
 */
import type {
  CardReason,
  CardStatus,
  Degree,
  DocumentType,
  QueueFilter,
  Role,
  Verdict,
  VerdictCode,
} from '../../lib/domain'

type Kind = Verdict['kind']

const documentTypes: Record<DocumentType, string> = {
  resident_id: '居民身份证',
  residence_permit_hmt: '港澳台居民居住证',
  permanent_residence_2023: '外国人永居证（新版）',
  permanent_residence_2017: '外国人永居证（旧版）',
  travel_permit_hk_macao: '港澳居民来往内地通行证',
  travel_permit_taiwan: '台湾居民来往大陆通行证',
  passport: '护照',
}

const degrees: Record<Degree, string> = {
  associate: '专科',
  bachelor: '本科',
  master: '硕士',
  doctor: '博士',
  exchange: '交流',
  other: '其他',
}

const reasons: Record<NonNullable<Verdict['reason']>, string> = {
  portrait_unclear: '照片不清晰',
  proof_unreadable: '证明照片看不清',
  proof_does_not_match: '证明与填写内容不符',
  name_differs: '姓名与证明不一致',
  document_differs: '证件号码与证明不一致',
  study_incomplete: '学习经历不完整',
  not_found_in_archive: '档案中未查到',
  current_campus_identity: '已有在校身份',
  has_card_already: '已有校友卡',
  forged: '证明材料不真实',
  other: '其他（请写说明）',
}

const roles: Record<Role, string> = { guard: '门卫', reviewer: '审核员', admin: '管理员' }
const filters: Record<QueueFilter, string> = {
  undecided: '待审核',
  approve: '通过',
  return: '退回',
  reject: '不通过',
  waiting: '下一轮',
}
const decisions: Record<Kind, string> = { approve: '通过', return: '退回修改', reject: '不通过' }

const cardStatuses: Record<CardStatus, string> = {
  issued: '待激活',
  active: '使用中',
  suspended: '已暂停',
  revoked: '已注销',
}
const cardReasons: Record<CardReason, string> = {
  resolved: '问题已解决',
  mistake: '之前处理有误',
  phone_lost: '手机丢失',
  sharing: '转借他人',
  misuse: '违规使用',
  identity_doubt: '身份待核实',
  holder_asked: '本人要求',
  not_entitled: '不符合条件',
  deceased: '持卡人去世',
  issued_in_error: '误发',
  other: '其他（请写说明）',
}
const verdicts: Record<VerdictCode, string> = {
  malformed: '不是校友卡',
  unknown_key: '无法验证',
  forged: '伪造',
  revoked: '已注销',
  suspended: '已暂停',
  expired: '已过期',
  clock_wrong: '时间不符',
  replayed: '重复使用',
  not_allowed_here: '此处不可',
  list_stale: '看证件放行',
  admitted: '放行',
}

export const terms = {
  documentTypes,
  degrees,
  reasons,
  roles,
  filters,
  decisions,
  cardStatuses,
  cardReasons,
  verdicts,
}
