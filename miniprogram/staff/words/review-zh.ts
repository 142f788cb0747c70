/** The words of the reviewing pages in Chinese: narrowing and searching the queue, the viewer, a reviewer's own decisions. */
export const narrow = {
  name: '缩小范围',
  groups: { documentType: '证件', match: '档案核对', round: '轮次', returnedBefore: '是否退回过', hands: '在谁手上' },
  matches: {
    pending: '还没有核对',
    exact: '完全一致',
    differs: '有出入',
    several: '有几个可能',
    unknown: '没有查到',
  },
  returned: { true: '退回过', false: '第一次提交' },
  hands: { mine: '我在审', others: '同事在审', nobody: '没有人在审' },
  clear: '全部显示',
  done: '好了',
}

export const search = {
  placeholder: '姓名、证件或卡号',
  label: '查找申请：姓名、证件号码、末四位、卡号',
  clear: '清除',
  none: '没有找到。中文姓名从第一个字开始，英文姓名从任一个词开始；也可以输入完整的证件号码。',
  found: '找到 {count} 份',
  more: '找到的太多了，请输入得更完整',
  stages: {
    submitted: '等待审核',
    in_review: '审核中',
    approved: '已通过',
    returned: '已退回',
    rejected: '未通过',
    withdrawn: '已撤回',
  },
  held: { mine: '我在审', other: '{name}在审' },
}

export const viewer = { name: '放大的照片', enlarge: '双击放大或还原', turn: '旋转', other: '另一张', close: '关闭' }

export const ownDecisions = {
  title: '我今天的决定',
  none: '今天还没有做决定。',
  total: '今天共 {count} 个决定',
  chooseLast: '选最近 10 个',
  undoSelected: '撤销选中的 {count} 个',
  askHead: '撤销 {count} 个决定？',
  askText: '这些申请会回到待审核的列表，由您或同事重新决定。申请人不会收到通知。',
  askYes: '撤销',
  notNow: '先不撤销',
  done: '已撤销 {undone} 个',
  partly: '已撤销 {undone} 个，另有 {kept} 个已被同事改过',
}
