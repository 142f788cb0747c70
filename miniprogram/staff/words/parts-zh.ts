/** The words of what several of the staff’s pages show: the menu, the sheet of reasons, lines of scans; in Chinese. */
export const menu = {
  card: '查卡',
  decisions: '我的决定',
  bulk: '批量',
  marks: '提醒',
  visitors: '访客',
  messages: '消息',
  dashboard: '数据',
  imports: '导入',
  menu: '公众号菜单',
  devices: '闸机',
  people: '人员',
  settings: '设置',
  audit: '操作记录',
  paper: '纸质表',
  identity: '合并证件',
  badged: '{name}，{count} 条',
  more: '全部功能',
  fold: '收起',
  groups: { review: '审核', cards: '校友卡', office: '办公', system: '系统' },
}

export const sheet = {
  note: '补充说明',
  noteNeeded: '补充说明（必填）',
  left: '{count} / {max}',
  reasonMissing: '请选一项',
  noteMissing: '选“其他”时请写一句说明',
  cancel: '取消',
}

export const scans = { leaving: '离校', lookUp: '按卡号查', companions: '同行 {count} 人', offline: '离线' }
