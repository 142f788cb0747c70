/** What staff meet at their work, in Chinese: a sentence and a next step for each (i18n/refusal.ts). */
import type { RefusalWords } from '../../i18n/refusal'
import type { RefusalCode } from '../../lib/domain'
import { menuRefusals } from './refusals-menu-zh'

export const refusals = {
  review_not_open: { say: '这一轮还没到截止时间。', next: '{round}截止后再开始审核。' },
  already_decided: { say: '另一位审核员刚刚处理了这份申请。', next: '请刷新后查看最新结果。' },
  reason_missing: { say: '还没有选择原因。', next: '请选一个原因；选“其他”时写一句说明。' },
  round_closed: { say: '这一轮已经结束，结果已通知申请人。', next: '请返回列表处理下一份。' },
  round_not_due: { say: '现在没有需要结束的审核。', next: '下一轮截止后再来。' },
  undecided_remain: { say: '还有 {count} 份申请没有处理。', next: '可以继续审核，或转到下一轮。' },
  held_by_colleague: { say: '{name}正在审核这份申请。', next: '请先看下一份；{time}后仍未处理的，可以由您接手。' },
  document_shredded: { say: '完整号码已按规定销毁，只剩隐去一部分的号码。', next: '需要核对时，请看本人的证件原件。' },
  application_unknown: { say: '没有找到这份申请。', next: '请返回列表刷新。' },
  bulk_unknown: { say: '没有找到这次批量通过。', next: '请返回后重新抽样。' },
  bulk_undone: { say: '这次批量通过已经撤销。', next: '如需批量通过，请重新抽样查看。' },
  sample_not_seen: { say: '抽样里还有 {left} 份没有看过。', next: '看完每一份后再全部通过。' },
  sample_outdated: { say: '这次抽样已经过时。', next: '请重新抽样查看，再全部通过。' },
  nothing_exact: { say: '这一轮没有与档案完全一致的待审申请。', next: '请返回列表逐份审核。' },
  bootstrap_closed: { say: '管理员已经设置好，或初始码不正确。', next: '请让现有管理员邀请您。' },
  invitation_invalid: { say: '这个邀请码无法使用。', next: '邀请码 24 小时内有效且只能用一次，请让管理员重新邀请。' },
  staff_exists: { say: '您已经是工作人员了。', next: '请直接从首页进入工作台。' },
  own_entry: { say: '这份纸质表是您录入的，不能由您审核。', next: '请另一位同事审核，您继续看下一份。' },
  staff_self: {
    say: '不能修改自己的角色，也不能移除自己。',
    next: '请让另一位管理员操作；如果只有您一位，请先邀请一位。',
  },
  staff_unknown: { say: '这个人已经不是工作人员了。', next: '请刷新名单，或重新邀请。' },
  invitation_gone: {
    say: '这个邀请已被使用、撤回或已过期。',
    next: '请刷新名单；已加入的人在工作人员名单里，可以在那里移除。',
  },
  settings_invalid: { say: '有几项设置不正确。', next: '请修改标红的地方后再保存。' },
  settings_changed: { say: '同事刚刚改过设置。', next: '已读入最新的设置，您的修改还在，请再看一遍后保存。' },
  settings_round_closing: { say: '这项修改会取消正在结束的那一轮。', next: '请等这一轮结束后再保存。' },
  revocation_final: { say: '这张校友卡已注销，不能恢复。', next: '持卡人可以重新登记，申请新卡。' },
  mark_unknown: { say: '没有找到这条提醒。', next: '请返回列表刷新。' },
  device_unknown: { say: '没有找到这台设备。', next: '请返回设备列表刷新。' },
  message_unknown: { say: '没有找到这条消息。', next: '请返回列表刷新。' },
  message_not_failed: { say: '这条消息正在发送，或已经送达。', next: '请刷新列表查看最新状态。' },
  message_too_old: { say: '这条消息已不能再发送。', next: '请直接打电话告诉本人，号码在申请里。' },
  export_period_invalid: {
    say: '这段日期不对，或者超过 {days} 天。',
    next: '请检查起止日期，太长就分几次导出。',
  },
  export_reason_missing: {
    say: '带证件号码的导出要写明用途。',
    next: '请写一句用途，会记入操作记录。',
  },
  export_too_large: {
    say: '一次导出太多了：{count} 行，最多 {most} 行。',
    next: '请缩短日期范围，分几次导出。',
  },
  export_unknown: {
    say: '没有找到这次导出。',
    next: '请返回列表，下拉刷新后再试。',
  },
  export_removed: {
    say: '这次导出的文件已经删除。',
    next: '文件只保留一小时，请重新导出。',
  },
  import_unknown: { say: '没有找到这次导入。', next: '请返回列表刷新。' },
  import_file_missing: { say: '没有找到上传的文件。', next: '可能上传没有完成，请重新选择文件。' },
  import_file_unreadable: {
    say: '文件读不完整，可能已损坏或上传中断。',
    next: '请在电脑上打开确认后另存一份，再重新选择。',
  },
  import_type_unsupported: {
    say: '只能导入 CSV 和 XLSX 文件。',
    next: '请在 Excel 或 WPS 里另存为 .xlsx，再重新选择。',
  },
  import_too_large: { say: '文件超过 {most} MB。', next: '请分成几个文件，逐个导入。' },
  import_empty: { say: '表头下面没有数据。', next: '请确认选对了文件和工作表。' },
  import_columns_missing: { say: '还缺少必需的列。', next: '请为标红的项目选择对应的列。' },
  import_over: { say: '这次导入已经结束。', next: '请返回列表查看结果；如需再导入，请重新选择文件。' },
  visit_decided: { say: '这次预约刚刚有了变化，您的决定没有保存。', next: '请刷新列表，看看现在的状态。' },
  visit_reason_missing: { say: '不通过需要说明原因。', next: '请选一个原因；选“其他”时请写一句话。' },
  ...menuRefusals,
} satisfies Partial<Record<RefusalCode, RefusalWords>>
