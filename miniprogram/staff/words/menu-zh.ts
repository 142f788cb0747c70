/** The page of the official account's menu, in Chinese. `types`: WeChat's own words for kinds of buttons. */
export const officialMenu = {
  title: '公众号菜单',
  hint: '把“{service} → {entry}”放进公众号现有的菜单，其他菜单一项不变。',
  before: '发布后的样子',
  nothing: '已经发布，没有要改的。',
  changes: { kept: '不变', added: '新增', replaced: '替换' },
  was: '原来是{type}',
  types: {
    miniprogram: '小程序',
    view: '网页链接',
    click: '自动回复',
    media_id: '素材',
    other: '其他按钮',
  },
  line: '{name}，{change}',
  empty: '空',
  publish: '发布菜单',
  confirmHead: '发布公众号菜单？',
  confirm: '所有关注者都会看到。手机上大约五分钟后更新；取消关注再关注，可以马上看到。',
  notNow: '先不发布',
  done: '已发布。手机上大约五分钟后更新。',
  again: '重新读取菜单',
}
