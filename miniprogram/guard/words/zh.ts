/**
 * The words of the guard's pages in Chinese. `title` of a verdict is read from two metres: four characters, no more needed to
 * act; `reason` says why, `next` what the guard does now. en.ts has the same shape.
 */
import type { FaceName } from '../faces'

/** What one face of the screen says. */
export type FaceWords = { title: string; reason: string; next: string }

const faces: Record<FaceName, FaceWords> = {
  admitted: { title: '准予进入', reason: '校友卡有效，已联网核实', next: '请核对身份证件上的姓名和末四位' },
  list_stale: { title: '核对证件', reason: '卡是真的，但未能联网核实', next: '核对身份证件，一致即可放行' },
  clock_wrong: { title: '时间不符', reason: '二维码不是此刻的', next: '出示四位数字，请对方在手机上输入' },
  number_wrong: { title: '数字不对', reason: '输入的数字与这里显示的不同', next: '换一个数字，请对方再输入一次' },
  number_old: { title: '数字过期', reason: '这个数字已用过或超过一分钟', next: '换一个数字，请对方再输入一次' },
  unknown_key: { title: '无法验证', reason: '这部手机没有对应的密钥', next: '联网后再扫；急用时请走访客登记' },
  malformed: { title: '非校友卡', reason: '这个二维码不是校友卡', next: '请对方打开“校友电子卡”小程序再扫' },
  forged: { title: '伪造的码', reason: '签名不正确，不是学校签发的', next: '不放行；请通知保卫处，让对方走访客登记' },
  replayed: { title: '重复使用', reason: '这个码刚才已在这里用过', next: '请对方等二维码更新后再扫；截图不能用' },
  revoked: { title: '卡已注销', reason: '这张卡已不再有效', next: '不放行；请对方联系校友办或走访客登记' },
  suspended: { title: '卡已暂停', reason: '这张卡暂停使用', next: '不放行；请对方联系校友办了解原因' },
  expired: { title: '已经过期', reason: '这张卡超过有效期', next: '请对方在小程序里联系延期，今天走访客登记' },
  not_allowed_here: {
    title: '此处不可',
    reason: '这类卡或这个时间不能从这里进',
    next: '请告诉对方开放时间，或指引到其他入口',
  },
}

export const zh = {
  point: {
    title: '选择位置',
    heading: '今天在哪里值班？',
    hint: '每班选一次，之后可以随时更换。',
    kinds: { gate: '校门', canteen: '食堂', library: '图书馆', shuttle: '校园巴士' },
    hours: '{opens}–{closes}',
    allDay: '全天',
    alumniOnly: '仅校友',
    start: '开始值班',
    startAt: '在{point}开始值班',
    stored: '密钥更新于{moment}，没有网络也能验卡。',
    old: '密钥已有{age}没有更新，请连网后再打开这一页。',
    storedOffline: '现在没有网络，用手机里存的密钥。',
    last: '上次',
    legend: '听一听每种结果的声音',
    legendHint: '点一下试听；不看手机也能分清。',
  },
  scan: {
    title: '验卡',
    scan: '扫码',
    scanHint: '对准对方手机上的二维码',
    checking: '正在核实',
    change: '更换位置',
    shift: '本班 {count} 次',
    online: '每张卡都联网核实',
    offline: '没有网络：只核对签名，必须看证件',
    keysAge: '密钥更新于{age}前',
    keysOld: '密钥已有{age}没有更新，请连网',
    waiting: '{count} 条记录待上传',
    waitingStuck: '{count} 条记录传不上去，请告诉管理员',
    storageFull: '手机存储已满，扫码记录没有保存。请清理手机空间。',
    recent: '最近十次',
    recentEmpty: '扫过的码会列在这里',
    changedAway: '{time} 那次的结果已更正为“{title}”',
    retryScan: '没有读到二维码，请再扫一次',
    failed: '刚才没有核实成功，请再扫一次',
    face: {
      next: '扫下一位',
      stay: '即将返回 · 点屏幕停留',
      changed: '校友办刚刚更正了结果',
      compare: '与身份证件核对',
      lastFour: '证件号码末四位',
      portrait: '持卡人照片',
      validUntil: '有效期至 {day}',
      askNumber: '出示四位数字',
      askNewNumber: '换一个数字',
      spoken: '{title}。{reason}。{next}',
      classes: { alumnus: '校友', visitor: '访客', other: '其他' },
    },
    number: {
      heading: '请对方输入这个数字',
      where: '对方在校友卡页面点“保安请我输入数字”，再出示新的二维码。',
      left: '还剩 {seconds} 秒',
      over: '一分钟已过，这个数字不能再用',
      fresh: '换一个数字',
      scan: '已输入，扫码',
      cancel: '取消',
      notYet: '刚才扫到的还是普通的码，请对方先输入数字。',
      label: '数字 {digits}',
    },
    silence: {
      offline: '手机没有网络，未能向校友办核实',
      slow: '校友办没有及时回应，未能核实',
      refused: '校友办未能核实：{say}',
    },
    drift: { fast: '对方手机的时间快了{age}', slow: '对方手机的时间慢了{age}，也可能是旧截图' },
  },
  age: { seconds: ' {count} 秒', minutes: ' {count} 分钟', hours: ' {count} 小时', days: ' {count} 天' },
  faces,
  sounds: {
    admitted: '两声上扬',
    unconfirmed: '两声平音',
    question: '三声，末声上扬',
    refused: '一声下沉',
    alarm: '三声低音',
  },
}
