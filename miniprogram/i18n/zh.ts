/**
 * The words of the main package in Chinese, the first language of the product. en.ts has the same shape, so a missing key
 * does not compile. A refusal says what happened (`say`) and what to do (`next`); places like {from} are filled by
 * i18n/refusal.ts. Sub-packages keep their own words in <root>/words/.
 */
import type { FieldCode, RefusalCode } from '../lib/domain'

/** What a person reads when something is refused. */
export type RefusalWords = { say: string; next: string }

const refusals: Record<RefusalCode, RefusalWords> = {
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

/** What is wrong with one field, as it stands under the field. */
const fields: Record<FieldCode, string> = {
  required: '请填写这一项',
  too_long: '太长了，请缩短一些',
  name_chinese: '请填写证件上的中文姓名，例如“张小明”',
  name_latin: '请按护照填写拼音或英文字母，例如“ZHANG XIAOMING”',
  document_shape: '号码与所选证件类型不符，请检查位数和字母',
  document_check_digit: '有一位数字不对，请再核对一遍',
  document_date: '号码中的出生日期不存在，请再核对一遍',
  document_country: '请选择签发国家或地区',
  phone_shape: '手机号不完整；境外号码请带国家代码，例如“+44”',
  email_shape: '邮箱地址不完整，例如“name@example.com”',
  year_range: '请选择年份',
  year_order: '毕业年份不能早于入学年份',
  student_number_shape: '学号由 4–20 位字母或数字组成，不记得可以不填',
  too_many: '最多填写 5 段学习经历',
  photo_missing: '请上传照片',
}

export const zh = {
  common: {
    retry: '重试',
    cancel: '取消',
    confirm: '确定',
    close: '关闭',
    back: '返回',
    done: '完成',
    loading: '正在加载',
    optional: '选填',
    help: '帮助与联系方式',
    reference: '编号',
    empty: '这里还没有内容',
  },
  face: {
    number: '卡号',
    valid: '有效期至',
    portrait: '持卡人照片',
    alumnus: '校友',
    visitor: '访客',
  },
  home: {
    title: '',
    switchLanguage: 'English',
    switchLabel: 'Switch to English',
    greeting: '{name}，欢迎回家',
    offline: '没有网络，以下是上次看到的状态。',
    links: {
      activate: '已有校友卡号，直接激活',
      timeline: '查看申请进度',
      help: '帮助与联系方式',
      staff: '审核工作台',
      guard: '验卡',
    },
    steps: {
      show_card: { head: '校友卡已就绪', text: '进校请同时带上身份证件原件。', action: '出示校友卡' },
      activate_here: {
        head: '这部手机还没有您的卡',
        text: '卡号 {number}。重新激活一次，就能在这部手机上使用。',
        action: '在这部手机激活',
      },
      activate: {
        head: '可以激活了',
        text: '卡号 {number}。用登记时的证件号码激活，一分钟就好。',
        action: '激活校友卡',
      },
      await_activation: {
        head: '审核通过',
        text: '您的卡号是 {number}，{from}零点起可以激活。',
        action: '查看申请进度',
      },
      submitted: { head: '已提交', text: '{cutOff}截止后开始审核，当天下午短信通知结果。', action: '查看申请进度' },
      in_review: {
        head: '正在审核',
        text: '{round}这一轮正在审核，不论是否通过都会短信通知您。',
        action: '查看申请进度',
      },
      returned: { head: '需要补充资料', text: '按审核意见修改后重新提交，填过的内容都在。', action: '查看并修改' },
      rejected: { head: '这次没有通过', text: '可以查看原因和下一步；近期入校请使用访客系统。', action: '查看原因' },
      register: {
        head: '申请校友电子卡',
        text: '{cutOff}前提交，当天下午审核，短信通知结果。首次办理免费。',
        action: '开始登记',
      },
      resume: { head: '接着上次填写', text: '内容还在。{cutOff}前提交，赶得上这一轮审核。', action: '继续填写' },
      stopped: {
        head: '正在集中审核',
        text: '{round}的审核结束后重新开放登记。您可以先把资料填好，到时直接提交。',
        action: '先填写资料',
      },
      closed: {
        head: '登记暂未开放',
        text: '寒暑假和节假日不安排审核，开学后恢复。您可以先把资料填好；近期入校请使用访客系统。',
        action: '先填写资料',
      },
    },
  },
  refusals,
  fields,
}
