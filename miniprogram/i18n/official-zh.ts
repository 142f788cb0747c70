/** The official account on the card page, in Chinese. */
export const official = {
  head: '学校公众号',
  bound: '已绑定“{account}”公众号',
  since: '{day}起',
  boundHint: '在公众号点“{service} → {entry}”，随时打开这张卡。',
  open: '绑定学校公众号',
  openHint: '绑定后，在微信里从公众号也能打开这张卡。',
  steps: ['在微信搜索并关注“{account}”公众号', '点菜单“{service} → {entry}”，自动绑定'],
  follows: '您已关注“{account}”公众号，点一下即可绑定。',
  bind: '绑定',
  unbind: '解除绑定',
  unbindHead: '解除与公众号的绑定？',
  unbindText: '卡照常使用，公众号也不会取消关注。以后在公众号里再点“{entry}”，会重新绑定。',
  keep: '保留',
  noUnionid: '微信没有提供可以识别您的编号，暂时不能绑定公众号。卡照常使用；请联系校友工作办公室处理。',
}
