/** What the archive says about an application, in Chinese. */
import type { Agreement, AgreementReason, DuplicateReason, MatchKind, StudyField } from '../../lib/domain'

type Kind = Exclude<MatchKind, 'pending'>

const kinds: Record<Kind, string> = {
  exact: '与档案一致',
  differs: '与档案有出入',
  several: '档案里有 {count} 位相近的人',
  unknown: '档案里没有找到',
}

const hints: Record<Kind, string> = {
  exact: '证件或学号在档案中，各项都对得上。',
  differs: '请对照下面标出的地方。',
  several: '最像的排在前面，请对照证明照片选定。',
  unknown: '请看学历证明照片；没有照片就退回补充。',
}

const fields: Record<StudyField | 'name' | 'document', string> = {
  name: '姓名',
  document: '证件',
  school: '学院',
  major: '专业',
  degree: '学历',
  entryYear: '入学',
  graduationYear: '毕业',
  studentNumber: '学号',
}

const agreements: Record<Agreement, string> = {
  same: '一致',
  equivalent: '写法不同，意思相同',
  close: '相近',
  different: '不同',
  unknown: '无法比较',
}

const reasons: Record<AgreementReason, string> = {
  characters: '繁体或异体字',
  pinyin: '汉字与拼音相符',
  spelling: '拼写顺序或符号不同',
  middle_name: '只有部分姓名相同',
  same_sound: '同音不同字',
  renamed: '同一学院的另一名称',
  merged: '已并入本校的学校',
  similar: '大部分文字相同',
  next_year: '相差一年',
  not_on_record: '档案没有记载',
  not_given: '申请人没有填写',
  other_language: '语言不同，请人工核对',
}

const duplicates: Record<DuplicateReason, string> = {
  same_study: '同名，学历和年份相近',
  same_phone: '同名，手机尾号相同',
  same_name: '同名的旧卡',
}

export const match = {
  kinds,
  hints,
  fields,
  agreements,
  reasons,
  duplicates,
  heading: '档案比对',
  form: '申请',
  record: '档案',
  candidate: '第 {number} 位',
  byDocument: '按证件找到',
  byName: '按姓名和学习经历找到',
  documentSame: '档案中的证件与申请相同',
  documentDifferent: '档案中是另一个证件',
  documentUnknown: '档案没有记载证件',
  studyMissing: '这段学习经历不在档案里',
  nothing: '—',
  line: '{field}：申请 {form}，档案 {record}，{verdict}',
  folded: '其余 {count} 项一致',
  duplicatesHead: '可能是同一个人',
  duplicateCard: '卡号 {number}',
  open: '查看',
  bulkSeen: '批量通过，抽样时看过这一份',
  bulkUnseen: '批量通过，没有人单独看过这一份',
  failed: '暂时查不到档案。',
  retry: '再查一次',
  loading: '正在查档案',
}
