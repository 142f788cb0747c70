/**
 * A sentence and a next step, in Chinese, for the refusals that any package may meet; each sub-package has its own in
 * <root>/words/refusals-zh.ts. Places like {from} are filled by i18n/refusal.ts.
 */
import type { RefusalCode } from '../lib/domain'
import type { RefusalWords } from './refusal'

export const refusals = {
  bad_request: { say: '这次提交的内容不完整。', next: '请返回上一页再试一次；如仍不行，请更新微信后重试。' },
  unknown_action: { say: '您使用的版本有些旧了。', next: '请关闭小程序，重新打开后会自动更新。' },
  not_signed_in: { say: '微信没有告诉我们您是谁。', next: '请从微信中重新打开小程序。' },
  not_allowed: { say: '您的身份不能进行这项操作。', next: '如果需要权限，请联系管理员重新邀请。' },
  busy: { say: '刚才有其他人在修改同一条记录，您的操作没有保存。', next: '稍等片刻再试一次即可。' },
  internal: { say: '我们这边出了一点问题，您的资料没有丢失。', next: '请稍后再试；如需帮助，把下面的编号告诉我们。' },
  offline: { say: '手机没有连接网络。', next: '连上网络后再试一次，已填写的内容都在。' },
  no_answer: { say: '暂时没有收到回应。', next: '请检查网络后再试一次，重复操作不会重复提交。' },
  registration_not_ready: { say: '校友卡登记还没有开放。', next: '开放后可在这里登记；近期入校请使用访客系统。' },
  card_none: { say: '这个微信号下还没有激活的校友卡。', next: '有卡号请先激活，没有请登记。' },
  device_changed: { say: '校友卡已绑定到另一部手机。', next: '在这部手机上使用，请重新激活一次。' },
  point_unknown: { say: '没有找到这个验卡点。', next: '请重新选择所在位置。' },
  card_not_activated: { say: '这张校友卡还没有激活。', next: '请持卡人带上证件和登记的手机，在小程序里激活。' },
  card_unknown: { say: '没有这个卡号。', next: '请核对全部十位数字后再输入。' },
  card_reason_missing: { say: '还没有写明原因。', next: '请选一个原因；选“其他”时写一句说明。' },
  registration_open_now: { say: '登记已经开放。', next: '请回到首页，现在就可以登记。' },
  wish_unreachable: { say: '我们还没有办法通知到您。', next: '请允许微信通知，或填写手机号接收短信。' },
  wish_limit: { say: '今天修改的次数太多了。', next: '您上一次的选择仍然有效，明天可以再修改。' },
  visit_unknown: { say: '没有找到这次预约。', next: '请下拉刷新，查看现有的预约。' },
  visit_over: { say: '这次预约已经过期。', next: '需要再来时，请重新预约。' },
  official_off: { say: '还没有设置公众号。', next: '请按部署说明填写公众号的配置，填好后再试。' },
  official_no_unionid: {
    say: '微信没有提供可以识别您的编号，暂时不能绑定公众号。',
    next: '卡可以照常使用。请联系校友工作办公室，需要学校把公众号和小程序关联到同一个开放平台账号。',
  },
  official_not_following: {
    say: '您还没有关注公众号。',
    next: '请先关注公众号，再点菜单里的校友卡，就会自动绑定。',
  },
} satisfies Partial<Record<RefusalCode, RefusalWords>>
