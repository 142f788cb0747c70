/** The words of the exports page in Chinese. */
import type { ExportContent, ExportState } from '../../lib/domain'

const contents: Record<ExportContent, string> = {
  applications: '一轮的申请',
  cards: '全部校友卡',
  scans: '扫码记录',
  marks: '提醒',
  audit: '操作记录',
}
const states: Record<ExportState, string> = { running: '正在生成', ready: '可以下载', removed: '已删除' }

export const exportsZh = {
  title: '导出',
  heading: '导出一份表格',
  content: '内容',
  contents,
  round: '审核日',
  from: '从',
  to: '到',
  format: '格式',
  formats: { xlsx: 'Excel 表格', csv: 'CSV 文本' },
  documents: '包含证件号码',
  documentsHint: '只在确有需要时选。谁、为什么、多少行都会记入操作记录。',
  reason: '用途',
  reasonPlaceholder: '例如“公安机关来函核查，文号 12”',
  reasonMissing: '请写明用途',
  make: '生成文件',
  hint: '文件一小时后自动删除。',
  list: '我的导出',
  none: '还没有导出过。',
  states,
  withDocuments: '含证件号码',
  progress: '{written} / {total} 行',
  rows: '{rows} 行，{size}',
  until: '{time}前可以下载',
  open: '打开',
  send: '发到聊天',
  remove: '现在删除',
  removed: '已删除',
  downloading: '正在下载',
  failed: '没有下载完，请再试一次',
  again: '重新加载',
  mayLeave: '可以离开，会在后台继续做完。',
}
