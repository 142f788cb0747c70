/** What applicants, holders and the office meet on the pages of this package, in Chinese: a sentence and a next step for each (i18n/refusal.ts). */
import type { RefusalWords } from '../../i18n/refusal'
import type { RefusalCode } from '../../lib/domain'
import { visitRefusals } from './refusals-visit-zh'

export const refusals = {
  form_invalid: { say: '有几处内容需要修改。', next: '请看标红的地方，改好后再提交。' },
  consent_missing: { say: '还没有同意个人信息的使用说明。', next: '请先阅读并同意，再继续登记。' },
  registration_stopped: {
    say: '{round}这一轮正在审核，暂停新的登记。',
    next: '审核结束后会重新开放，您填写的内容已保留在手机里。',
  },
  no_review_planned: { say: '近期没有安排审核，登记暂未开放。', next: '假期结束后会重新开放；入校请使用访客系统。' },
  already_applied: { say: '您已经提交过申请。', next: '不用再填一次，请查看申请进度。' },
  document_in_use: { say: '这个证件号码已有一份申请在处理。', next: '如果不是您本人提交的，请联系校友工作办公室。' },
  card_exists: {
    say: '您已经有校友卡了。',
    next: '不用重新申请，直接激活即可使用。登记的手机号换了，请联系校友工作办公室。',
  },
  campus_identity: {
    say: '您现在是在校教职工、学生、附属医院职工、家属或校内商户，不用办理校友卡。',
    next: '请继续使用校园卡；毕业或离校后即可登记。如信息有误，请联系校友工作办公室。',
  },
  application_not_found: { say: '没有找到您的申请。', next: '请回到首页重新登记。' },
  cannot_withdraw: { say: '申请已经审核，不能再撤回。', next: '请查看审核结果。' },
  cannot_amend: { say: '这份申请现在不能修改。', next: '请查看申请进度，需要补充时会通知您。' },
  photo_gone: { say: '有一张照片已过保存期，被删除了。', next: '请重新上传照片，再提交一次。' },
  too_many_photos: { say: '今天上传的照片太多了。', next: '请明天再传；已填写的内容会保留。' },
  nothing_held: { say: '这个微信号下没有登记过的信息。', next: '如用别的微信号登记过，请用那个微信号打开。' },
  phone_unknown: { say: '没有登记过手机号，无法在线确认是您本人。', next: '请带证件原件到校友工作办公室办理。' },
  proof_not_matched: { say: '验证码或手机号没有对上。', next: '请核对后再试；号码已更换的，请联系校友工作办公室。' },
  too_many_copies: { say: '今天取的副本已经够多了。', next: '{from}可以再取；之前的文件还在微信里。' },
  deletion_begun: { say: '删除已经开始，不能收回了。', next: '完成后，需要时可以重新登记。' },
  phone_code_invalid: { say: '微信手机号授权已失效。', next: '请再点一次“使用微信手机号”，或手动填写。' },
  activation_not_matched: {
    say: '证件号码与手机号没有对上。',
    next: '请核对登记时的证件和手机号；号码已更换的，请联系校友工作办公室。',
  },
  activation_too_early: { say: '校友卡从{from}零点起可以激活。', next: '到时再来，卡号会一直为您保留。' },
  too_many_attempts: { say: '今天尝试的次数太多了。', next: '请于{from}再试，或联系校友工作办公室。' },
  card_suspended: { say: '这张校友卡已暂停使用。', next: '请联系校友工作办公室了解原因；入校可使用访客系统。' },
  card_revoked: { say: '这张校友卡已注销。', next: '如有疑问请联系校友工作办公室；也可以重新登记。' },
  card_expired: { say: '这张校友卡已过有效期。', next: '续期以后，这部手机上马上就能用。' },
  renewal_too_early: { say: '这张卡{from}起可以续期。', next: '卡仍然有效，到时会发短信提醒您。' },
  renewal_not_activated: { say: '您的卡还没有激活，不需要续期。', next: '请先激活，有效期从激活当天算起。' },
  account_has_other_card: {
    say: '这个微信号已绑定另一张校友卡。',
    next: '请用本人的微信激活；如有误，请联系校友工作办公室。',
  },
  signed_on_invalid: {
    say: '表上的签字日期不对。',
    next: '日期不能晚于今天，也不能早于一年前；太早的请本人重新签字。',
  },
  person_has_card: {
    say: '表上的人已经有校友卡。',
    next: '请本人用证件和登记的手机号激活；手机号有变的，请在“查卡”里处理。',
  },
  person_has_applied: { say: '这个证件已有一份申请在办理。', next: '请在审核列表里查找这份申请，不要重复录入。' },
  document_invalid: { say: '证件号码不对。', next: '请对照证件，检查类型、国家或地区和每一位号码。' },
  identity_joined: { say: '两者已经是同一个人。', next: '不需要再合并；关联的证件列在下方。' },
  identity_two_cards: { say: '这个人有两张校友卡：{one} 和 {other}。', next: '一人一卡：请选择注销哪一张，再合并。' },
  identity_applying: {
    say: '其中一个证件还有没办完的申请。',
    next: '请先审核那份申请（可选“已有校友卡”），再来合并。',
  },
  alias_unknown: { say: '这个关联已经不在了。', next: '请重新查询，看现在的情况。' },
  reader_suspended: { say: '校友卡已停用，暂时不能打开数字资源。', next: '请联系校友工作办公室了解原因。' },
  reader_revoked: { say: '校友卡已注销，不能打开数字资源。', next: '有疑问请联系校友工作办公室。' },
  reader_expired: { say: '校友卡已过有效期，不能打开数字资源。', next: '续期后马上可以使用，卡号不变。' },
  reader_visitor: { say: '数字资源只对校友卡开放。', next: '访客可以到图书馆现场咨询。' },
  resource_unknown: { say: '没有找到这个数字资源。', next: '请返回上一页，重新选择。' },
  library_not_ready: { say: '图书馆还没有开通这个入口。', next: '请稍后再来，或直接咨询图书馆。' },
  library_limit: { say: '今天打开数字资源的次数已用完。', next: '{from}起可以继续使用。' },
  ...visitRefusals,
} satisfies Partial<Record<RefusalCode, RefusalWords>>
