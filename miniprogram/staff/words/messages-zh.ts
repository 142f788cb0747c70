/** The messages page in Chinese. */
import type { FailureKind, MessageEvent } from '../../lib/domain'

const events: Record<MessageEvent, string> = {
  review_approved: '审核结果：通过',
  review_returned: '审核结果：退回修改',
  review_rejected: '审核结果：不通过',
  activation_open: '可以激活',
  card_activated: '已激活提醒',
  renewal_due: '到期提醒',
  card_renewed: '已续期提醒',
  registration_open: '登记重新开放',
  phone_code: '验证码',
  visit_approved: '访客预约：通过',
  visit_refused: '访客预约：不通过',
  privacy_code: '个人信息验证码',
}

const failures: Record<FailureKind, string> = {
  number_wrong: '号码不存在或写错了。请打电话或发邮件联系本人更正。',
  number_blocked: '这个号码拒收短信。请直接打电话告诉本人。',
  text_refused: '服务商不接受这段文字：模板或签名与登记的不一致。请管理员核对后再发。',
  limit: '发给这个号码或总量超过了上限。稍后再发即可。',
  not_wanted: '本人在微信里关闭了通知。',
  account_wrong: '微信找不到这个账号。',
  too_late: '等得太久，已经没有人需要它了。',
  no_way: '微信没有送达，本人也没有留下手机号。',
  no_answer: '没有收到服务商的回应，也许是网络中断。',
  provider: '服务商拒绝了，可能是余额、密钥或故障。请管理员查看代码后再发。',
}

export const messages = {
  title: '消息',
  hint: '没有送达的短信和微信通知，号码只显示后四位。',
  counts: { underway: '发送中', sent: '七天内已发', failed: '未送达', uncertain: '可能重复' },
  lists: { failed: '未送达', uncertain: '可能重复' },
  none: { failed: '全部送达，没有要处理的。', uncertain: '没有可能重复的消息。' },
  uncertainHint: '发出后没有等到确认，于是又发了一次：本人至少收到一条，可能收到两条。无需处理。',
  events,
  channels: { sms: '短信', wechat: '微信', official: '公众号' },
  states: {
    pending: '等待发送',
    sending: '正在发送',
    sent: '已发出',
    failed: '未送达',
    dropped: '不再需要',
  },
  attempts: '试了 {count} 次',
  noPhone: '没有手机号',
  code: '代码 {code}',
  failures,
  resend: '重新发送',
  resent: '已放回发送队列',
  tooOld: '已不能再发，请直接联系本人。',
  kinds: '一次重发同类消息',
  kindCount: '{count} 条',
  resendAll: '全部重发',
  resendAllHead: '重发 {count} 条“{event}”？',
  resendAllHint: '会重新发给每一位没有收到的人，并记入操作记录。',
  notNow: '暂不',
  resentAll: '已放回 {count} 条',
  more: '下面还有',
  end: '没有更多了',
}
