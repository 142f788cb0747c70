/** A sentence and a next step for every refusal, in Chinese. Places like {from} are filled by i18n/refusal.ts. */
import type { RefusalCode } from '../lib/domain'

/** What a person reads when something is refused: what happened, and what to do. */
export type RefusalWords = { say: string; next: string }

export const refusals: Record<RefusalCode, RefusalWords> = {
  bad_request: { say: '这次提交的内容不完整。', next: '请返回上一页再试一次；如仍不行，请更新微信后重试。' },
  unknown_action: { say: '您使用的版本有些旧了。', next: '请关闭小程序，重新打开后会自动更新。' },
  not_signed_in: { say: '微信没有告诉我们您是谁。', next: '请从微信中重新打开小程序。' },
  not_allowed: { say: '您的身份不能进行这项操作。', next: '如果需要权限，请联系管理员重新邀请。' },
  busy: { say: '刚才有其他人在修改同一条记录，您的操作没有保存。', next: '稍等片刻再试一次即可。' },
  internal: { say: '我们这边出了一点问题，您的资料没有丢失。', next: '请稍后再试；如需帮助，把下面的编号告诉我们。' },
  offline: { say: '手机没有连接网络。', next: '连上网络后再试一次，已填写的内容都在。' },
  no_answer: { say: '暂时没有收到回应。', next: '请检查网络后再试一次，重复操作不会重复提交。' },
  form_invalid: { say: '有几处内容需要修改。', next: '请看标红的地方，改好后再提交。' },
  consent_missing: { say: '还没有同意个人信息的使用说明。', next: '请先阅读并同意，再继续登记。' },
  registration_not_ready: { say: '校友卡登记还没有开放。', next: '开放后可在这里登记；近期入校请使用访客系统。' },
  registration_stopped: {
    say: '{round}这一轮正在审核，暂停新的登记。',
    next: '审核结束后会重新开放，您填写的内容已保留在手机里。',
  },
  no_review_planned: { say: '近期没有安排审核，登记暂未开放。', next: '假期结束后会重新开放；入校请使用访客系统。' },
  already_applied: { say: '您已经提交过申请。', next: '不用再填一次，请查看申请进度。' },
  document_in_use: { say: '这个证件号码已有一份申请在处理。', next: '如果不是您本人提交的，请联系校友工作办公室。' },
  card_exists: { say: '您已经有校友卡了。', next: '不用重新申请，直接激活即可使用。' },
  application_not_found: { say: '没有找到您的申请。', next: '请回到首页重新登记。' },
  cannot_withdraw: { say: '申请已经审核，不能再撤回。', next: '请查看审核结果。' },
  cannot_amend: { say: '这份申请现在不能修改。', next: '请查看申请进度，需要补充时会通知您。' },
  phone_code_invalid: { say: '微信手机号授权已失效。', next: '请再点一次“使用微信手机号”，或手动填写。' },
  review_not_open: { say: '这一轮还没到截止时间。', next: '{round}截止后再开始审核。' },
  already_decided: { say: '另一位审核人刚刚处理了这份申请。', next: '请刷新后查看最新结果。' },
  reason_missing: { say: '还没有选择原因。', next: '请选一个原因；选“其他”时写一句说明。' },
  round_closed: { say: '这一轮已经结束，结果已通知申请人。', next: '请返回列表处理下一份。' },
  round_not_due: { say: '现在没有需要结束的审核。', next: '下一轮截止后再来。' },
  undecided_remain: { say: '还有 {count} 份申请没有处理。', next: '可以继续审核，或转到下一轮。' },
  application_unknown: { say: '没有找到这份申请。', next: '请返回列表刷新。' },
  activation_not_matched: {
    say: '证件号码与手机号没有对上。',
    next: '请核对登记时的证件和手机号；号码已更换的，请联系校友工作办公室。',
  },
  activation_too_early: { say: '校友卡从{from}零点起可以激活。', next: '到时再来，卡号会一直为您保留。' },
  too_many_attempts: { say: '今天尝试的次数太多了。', next: '请于{from}再试，或联系校友工作办公室。' },
  card_suspended: { say: '这张校友卡已暂停使用。', next: '请联系校友工作办公室了解原因；入校可使用访客系统。' },
  card_revoked: { say: '这张校友卡已注销。', next: '如有疑问请联系校友工作办公室；也可以重新登记。' },
  card_expired: { say: '这张校友卡已过有效期。', next: '请联系校友工作办公室办理延期。' },
  account_has_other_card: {
    say: '这个微信号已绑定另一张校友卡。',
    next: '请用本人的微信激活；如有误，请联系校友工作办公室。',
  },
  card_none: { say: '这个微信号下还没有激活的校友卡。', next: '有卡号请先激活，没有请登记。' },
  device_changed: { say: '校友卡已绑定到另一部手机。', next: '在这部手机上使用，请重新激活一次。' },
  point_unknown: { say: '没有找到这个验卡点。', next: '请重新选择所在位置。' },
  bootstrap_closed: { say: '管理员已经设置好，或初始码不正确。', next: '请让现有管理员邀请您。' },
  invitation_invalid: { say: '这个邀请码无法使用。', next: '邀请码 24 小时内有效且只能用一次，请让管理员重新邀请。' },
  staff_exists: { say: '您已经是工作人员了。', next: '请直接从首页进入工作台。' },
  settings_invalid: { say: '有几项设置不正确。', next: '请修改标红的地方后再保存。' },
}
