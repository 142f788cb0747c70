/** The words of the library page in Chinese. */

export const library = {
  title: '图书馆数字资源',
  head: '用校友卡打开',
  text: '点一下，得到一个只能用一次的链接，粘贴到浏览器打开。图书馆只知道您是持卡校友，看不到您的姓名、卡号和证件号码。',
  resources: '选择资源',
  get: '获取 {name} 的链接',
  getting: '正在获取链接',
  ready: '{name}：链接已复制',
  left: '还有 {seconds} 秒有效',
  steps: ['打开手机浏览器', '在地址栏长按，粘贴并前往'],
  copy: '再复制一次',
  over: '链接已失效',
  overText: '链接两分钟内有效，只能用一次。需要时再获取一个。',
  again: '重新获取',
  notCopied: '没能自动复制，请点下面的按钮。',
  activate: '激活校友卡',
  renew: '续期',
  help: '联系我们',
}
