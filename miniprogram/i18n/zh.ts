/**
 * The words of the main package in Chinese, the first language of the product. en.ts has the same shape, so a missing key
 * does not compile. Sub-packages keep their own words in <root>/words/.
 */
import type { FieldCode } from '../lib/domain'
import { refusals } from './refusals-zh'

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
      not_ready: {
        head: '即将开放登记',
        text: '校友工作办公室正在准备，开放后可在这里登记。近期入校请使用访客系统。',
        action: '帮助与联系方式',
      },
      closed: {
        head: '登记暂未开放',
        text: '寒暑假和节假日不安排审核，开学后恢复。您可以先把资料填好；近期入校请使用访客系统。',
        action: '先填写资料',
      },
    },
  },
  card: {
    title: '我的校友卡',
    validUntil: '有效期至 {day}',
    since: '{day}激活',
    number: '卡号 {number}',
    codeLabel: '入校二维码，每十秒更新一次',
    live: '动态码，每 10 秒自动更新',
    offline: '没有网络，卡仍可使用',
    clockBack: '手机时间被调慢了。请连一次网络校准，或让门卫给您一个数字来验证。',
    captured: '截图或转发的码无法通行，请当面出示。',
    challenge: '门卫请我输入数字',
    challengeHead: '输入门卫手机上的四位数字',
    challengeText: '时间不准或网络不好时，用它也能通行。',
    challengeLive: '已用数字 {number} 验证，请在 {seconds} 秒内扫码',
    challengeEnd: '回到动态码',
    digits: '四位数字',
    home: '回到首页',
    opensHead: '这张卡可以去',
    open: '开放中',
    shut: '现在未开放',
    rules: {
      gate: '进校时请同时出示身份证件原件',
      canteen: '出示二维码，按校内价格用餐',
      library: '刷码入馆阅览',
      shuttle: '上车出示二维码',
    },
    blocked: {
      suspended: {
        head: '卡已暂停使用',
        text: '请联系校友工作办公室了解原因；入校可使用访客系统。',
        action: '联系方式',
      },
      revoked: { head: '卡已注销', text: '如有疑问请联系校友工作办公室。', action: '联系方式' },
      expired: { head: '卡已过期', text: '有效期到 {day}。请联系校友工作办公室办理延期。', action: '联系方式' },
      moved: { head: '卡在另一部手机上', text: '想在这部手机上使用，重新激活一次即可。', action: '在这部手机激活' },
      stale: {
        head: '请连一次网络',
        text: '这部手机太久没有联网，连上后二维码会自动恢复，不需要重新激活。',
        action: '重试',
      },
    },
  },
  refusals,
  fields,
}
