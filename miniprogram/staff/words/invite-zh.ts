/** The words of the page that invites a colleague, in Chinese; invite-en.ts has the same shape. */
export const invite = {
  title: '工作人员',
  heading: '邀请一位同事',
  role: '身份',
  roleHints: { guard: '在值班点验卡', reviewer: '审核申请', admin: '审核、邀请、设置' },
  name: '姓名',
  namePlaceholder: '写全名，便于记录',
  nameMissing: '请写姓名',
  make: '生成邀请码',
  another: '再邀请一位',
  code: '{name} 的邀请码（{role}）',
  until: '{moment}前有效，只能用一次。请只发给本人。',
  copy: '复制邀请码',
  copied: '已复制',
  share: '发给同事',
  shareTitle: '{university}校友卡：邀请您成为{role}',
}
