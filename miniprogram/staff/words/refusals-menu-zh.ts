/** Refusals of the official account's menu, in Chinese: a sentence and a next step for each (i18n/refusal.ts). */
import type { RefusalWords } from '../../i18n/refusal'
import type { RefusalCode } from '../../lib/domain'

export const menuRefusals = {
  official_ip_refused: {
    say: '微信不接受来自这台服务器的请求（40164）。',
    next: '请在公众平台的“开发 → 基本配置”中，把云环境的固定 IP 加进白名单。',
  },
  official_credentials_refused: {
    say: '公众号的 AppID 或 AppSecret 不对。',
    next: '请在公众平台核对后，更新云函数的环境变量。',
  },
  official_not_authorised: {
    say: '公众号没有这项权限（48001）。',
    next: '请确认公众号已通过微信认证，并且是服务号或有自定义菜单权限。',
  },
  official_failed: {
    say: '微信没有接受这次请求，编号 {number}。',
    next: '请稍后再试；一直这样，请把编号告诉维护人员。',
  },
  official_unreachable: { say: '微信的服务器没有回应。', next: '菜单没有改动，请稍后再试。' },
  menu_full: {
    say: '菜单已经放满，没有位置了。',
    next: '最多三个主菜单，每个下面最多五项。请先在公众平台腾出一个位置，再来发布。',
  },
  menu_service_taken: {
    say: '“服务”现在是一个按钮，下面不能再放入口。',
    next: '请先在公众平台把它改成带子菜单的主菜单，再来发布。',
  },
  menu_entry_fixed: {
    say: '这些菜单是在公众平台网页上做的图文或文字，从这里发布会丢失：{names}。',
    next: '请在公众平台手工添加“我的校友卡”，或先把它们改成网页链接，再来发布。',
  },
  menu_changed: { say: '菜单刚被别人改过。', next: '没有发布。请刷新，看过最新的菜单再发布。' },
  menu_shape_refused: {
    say: '微信不接受这个菜单的按钮个数（40016）。',
    next: '主菜单一到三个，每个下面一到五项。请在公众平台调整后再发布。',
  },
  menu_name_refused: {
    say: '有菜单名称太长（40018）。',
    next: '主菜单不超过 5 个汉字，子菜单不超过 20 个汉字。请改短后再发布。',
  },
  menu_type_refused: {
    say: '公众号不能使用其中一种按钮（40119）。',
    next: '打开小程序的按钮只有通过认证的公众号能用。请确认认证没有过期。',
  },
  menu_page_refused: {
    say: '小程序里没有这个页面（40165）。',
    next: '请先发布小程序的正式版，并在公众平台把小程序关联到公众号，再来发布菜单。',
  },
} satisfies Partial<Record<RefusalCode, RefusalWords>>
