/**
 * The reviewers' reasons as applicants read them in a message. The mini program's own sentences (i18n) are longer and add the
 * next step; these must fit a parameter of a text message.
 */
import type { Language } from '../language'
import type { Decision } from '../review/decision'
import type { VisitRefusalReason } from '../visitor/decision'

const reasons: Record<Exclude<NonNullable<Decision['reason']>, 'other'>, Record<Language, string>> = {
  portrait_unclear: { zh: '照片不清晰', en: 'the portrait is not clear' },
  proof_unreadable: { zh: '学历证明照片无法辨认', en: 'the proof of study cannot be read' },
  proof_does_not_match: { zh: '学历证明与填写内容不符', en: 'the proof of study does not match the form' },
  name_differs: { zh: '姓名与证明不一致', en: 'the name differs from the proof' },
  document_differs: { zh: '证件号码与证明不一致', en: 'the ID number differs from the proof' },
  study_incomplete: { zh: '学习经历不完整', en: 'the study record is incomplete' },
  not_found_in_archive: { zh: '校友档案中未查到', en: 'no record in the alumni archive' },
  current_campus_identity: {
    zh: '已有在校身份，请使用校园卡',
    en: 'you hold a current campus identity; please use that card',
  },
  has_card_already: { zh: '已有校友卡，请直接激活', en: 'you already have an alumni card; please activate it' },
  forged: { zh: '证明材料不真实', en: 'the proof is not genuine' },
}

const visitReasons: Record<Exclude<VisitRefusalReason, 'other'>, Record<Language, string>> = {
  campus_closed: { zh: '当天校园不对外开放', en: 'the campus is closed to visitors that day' },
  full: { zh: '当天预约人数已满', en: 'no more visitors can be received that day' },
  reason_unclear: { zh: '来访事由不清楚', en: 'the reason of the visit is not clear' },
  identity_doubt: { zh: '身份信息需要核实', en: 'your identity has to be checked first' },
}

// WeChat and SMS providers cut long parameters; a note is shortened rather than lost (the page shows it whole).
const NOTE_LENGTH = 40

/** The reason of a decision in one language; a note stands for "other". */
export function reasonText({ reason, note }: Pick<Decision, 'reason' | 'note'>, language: Language): string {
  return reason && reason !== 'other' ? reasons[reason][language] : shortened(note ?? '')
}

/** The reason why a visit was refused, in one language; a note stands for "other". */
export function visitReasonText(reason: VisitRefusalReason, note: string, language: Language): string {
  return reason === 'other' ? shortened(note) : visitReasons[reason][language]
}

function shortened(note: string): string {
  return note.length > NOTE_LENGTH ? `${note.slice(0, NOTE_LENGTH - 1)}…` : note
}
