import { signalNameOf } from '../../../miniprogram/guard/signals'
import { words } from '../../../miniprogram/guard/words'
import { sayRefusal } from '../../../miniprogram/i18n/refusal'
import type { VerdictCode } from '../../../miniprogram/lib/domain'
import { ok, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { GuardPhone } from './guard-phone'
import { listOf, officeOf, opened, whole } from './lists'
import { eastGate, phoneOf, zhang } from './passes'

const { scan: t, faces } = words.zh
const alwaysOpen = { ...eastGate, opens: '00:00', closes: '00:00' }
const holder = {
  maskedName: '张*明',
  last4: '0011',
  class: 1,
  validUntil: '2028-11-22',
  cardNumber: '8',
  portraitUrl: '',
}

let phone: GuardPhone
let page: Rendered
let serial = 100

/** A holder that this gate has not seen. */
function somebody() {
  serial += 1
  return phoneOf({ ...zhang, serial })
}
const says = (verdict: VerdictCode) => ok({ now: Date.now(), verdict, holder: verdict === 'forged' ? null : holder })

async function start(storage: Record<string, unknown> = {}) {
  phone = new GuardPhone().install()
  phone.answers = {
    'gate.open': ok(opened(Date.now(), { points: [alwaysOpen] })),
    'gate.list': ok({ now: Date.now(), update: null }),
    'gate.check': () => says('admitted'),
    'gate.record': ({ scans }) => ok({ stored: scans.length }),
  }
  const office = officeOf(Date.now(), { points: [alwaysOpen] })
  const shift = { point: eastGate.id, startedAt: Date.now(), count: 0, recent: [] }
  for (const [key, value] of Object.entries({ 'guard.office': office, 'guard.shift': shift, ...storage })) {
    phone.storage.set(key, value)
  }
  page = await openPage('guard/pages/scan/scan')
}

async function scan(text: string) {
  phone.codes.push(text)
  await page.page.onScan()
  await page.settle()
}

const mode = () => page.page.data.mode as string
const lastSound = () => phone.played.at(-1) ?? ''

beforeEach(() => start())
afterEach(() => {
  page.page.onUnload()
  page.detach()
})

test('rests ready: the point, the count, the network, and the screen stays on', () => {
  expect(page.text()).toContain('东大门')
  expect(page.text()).toContain('本班 0 次')
  expect(page.text()).toContain(t.online)
  expect(phone.keptOn).toEqual([true])
})

test('with no shift it asks for the point', async () => {
  await start({ 'guard.shift': '' })
  expect(phone.addresses).toEqual(['/guard/pages/point/point'])
})

test.each(['zh', 'en'] as const)(
  'in %s every verdict fills the screen, is heard and felt, and colours the bar',
  async (language) => {
    phone.storage.set('language', language)
    page = await openPage('guard/pages/scan/scan')
    const verdicts = [
      'admitted',
      'revoked',
      'suspended',
      'expired',
      'clock_wrong',
      'not_allowed_here',
      'list_stale',
    ] as const
    for (const verdict of verdicts) {
      phone.answers['gate.check'] = says(verdict)
      const shaken = phone.shaken.length
      await scan(somebody().show(Date.now()))
      const { title, next } = words[language].faces[verdict]
      for (const text of [title, next, holder.maskedName, holder.last4]) {
        expect(page.text()).toContain(text)
      }
      expect(lastSound()).toContain(`gate-${signalNameOf(verdict)}`)
      expect(phone.shaken.length).toBeGreaterThan(shaken)
      // Comparing lets somebody in: whoever is refused is only named.
      const { compare, holderOf } = words[language].scan.face
      const isRed = page.page.data.face.colour === 'red'
      expect([page.text().includes(compare), page.text().includes(holderOf)]).toEqual([!isRed, isRed])
      const grounds = { green: '#0b5a34', amber: '#ffc12e', red: '#981616' }
      expect(phone.bars.at(-1)).toBe(grounds[page.page.data.face.colour as keyof typeof grounds])
    }
  },
)

test('what is no pass, and what nobody signed, shows no holder', async () => {
  await scan('https://example.com')
  expect(page.text()).toContain(faces.malformed.title)
  expect(page.page.data.face.holder).toBeNull()
  await scan(phoneOf(zhang, { issuer: new Uint8Array(32).fill(3) }).show(Date.now()))
  expect(page.text()).toContain(faces.forged.title)
  expect(page.page.data.face.holder).toBeNull()
})

test('the scan is in storage when the verdict is on the screen', async () => {
  await scan(somebody().show(Date.now()))
  expect(phone.storage.get('guard.journal.0')).toMatchObject([
    { verdict: 'admitted', online: true, point: 'gate-east' },
  ])
})

test('green goes by itself, unless the guard taps; red stays', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'Date'] })
  try {
    page.page.show(shownAs('admitted', 'green', 4_000))
    jest.advanceTimersByTime(3_999)
    expect(mode()).toBe('face')
    jest.advanceTimersByTime(1)
    expect(mode()).toBe('ready')
    page.page.show(shownAs('admitted', 'green', 4_000))
    page.page.onStay()
    jest.advanceTimersByTime(60_000)
    expect(mode()).toBe('face')
    page.page.show(shownAs('revoked', 'red', null))
    jest.advanceTimersByTime(60_000)
    expect(mode()).toBe('face')
  } finally {
    jest.useRealTimers()
  }
})

const shownAs = (name: VerdictCode, colour: string, returnsAfter: number | null) => ({
  id: 'a'.repeat(32),
  at: Date.now(),
  outcome: { verdict: name, holder, online: true, silence: null, answering: false, serial: 1, step: 1, drift: 0 },
  face: { name, colour, shape: 'tick', asksNumber: false, returnsAfter },
  numberStillOpen: false,
  companions: 0,
})

test('without a network: amber, why, and what to do; the entry waits and goes when the network is back', async () => {
  phone.setOnline(false)
  await page.settle()
  expect(page.text()).toContain(t.offline)
  await scan(somebody().show(Date.now()))
  expect(page.text()).toContain(faces.list_stale.title)
  expect(page.text()).toContain(t.silence.offline)
  expect(phone.asked('gate', 'check')).toHaveLength(0)
  page.page.ready()
  await page.settle()
  expect(page.text()).toContain('1 条记录待上传')
  phone.setOnline(true)
  await page.settle()
  expect(phone.asked('gate', 'record')).toHaveLength(1)
  expect(phone.storage.get('guard.journal.0')).toBeUndefined()
})

test('an office that refuses says why under the amber', async () => {
  phone.answers['gate.check'] = refused('busy')
  await scan(somebody().show(Date.now()))
  expect(page.text()).toContain(faces.list_stale.title)
  expect(page.text()).toContain('校友办未能核实')
})

test('a guard who goes back from the scanner is where they were', async () => {
  phone.codes.push(null)
  await page.page.onScan()
  expect(mode()).toBe('ready')
  expect(page.page.data.alert).toBe('')
})

test('a scanner that read nothing says so', async () => {
  await page.page.onScan()
  expect(page.page.data.alert).toBe(t.retryScan)
})

test('the last ten scans are listed with their verdicts', async () => {
  for (let count = 0; count < 11; count += 1) {
    await scan(somebody().show(Date.now()))
  }
  await scan('rubbish')
  page.page.ready()
  expect(page.page.data.recent).toHaveLength(10)
  expect(page.page.data.recent[0]).toMatchObject({ title: faces.malformed.title, colour: 'red', who: '' })
  expect(page.page.data.recent[1]).toMatchObject({ title: faces.admitted.title, colour: 'green', who: '张*明' })
  expect(page.page.data.status.shift).toBe('本班 12 次，放行 11')
})

describe('a wrong clock', () => {
  test('offers the number; typed and scanned again it lets in', async () => {
    phone.answers['gate.check'] = says('clock_wrong')
    const slow = somebody()
    const wrong = Date.now() - 600_000
    await scan(slow.show(wrong))
    expect(page.text()).toContain('慢了 10 分钟')
    await page.tap(t.face.askNumber)
    expect(mode()).toBe('number')
    const digits = page.page.data.digits as string
    expect(digits).toMatch(/^\d{4}$/)
    expect(page.text()).toMatch(/还剩 (59|60) 秒/)

    await scan(slow.show(wrong))
    expect(mode()).toBe('number')
    expect(page.text()).toContain(t.number.notYet)

    phone.answers['gate.check'] = ({ challenge }) => (challenge === Number(digits) ? says('admitted') : says('forged'))
    await scan(slow.answer(wrong, Number(digits)))
    expect(page.text()).toContain(faces.admitted.title)
  })

  test('a cancelled number is gone', async () => {
    await page.page.onNumber()
    const number = Number(page.page.data.digits)
    await page.tap(t.number.cancel)
    expect(mode()).toBe('ready')
    phone.answers['gate.check'] = says('replayed')
    await scan(somebody().answer(Date.now(), number))
    expect(page.text()).toContain(faces.number_old.title)
  })
})

describe('a late word of the office', () => {
  const late = (name: VerdictCode, colour: string) => ({ ...shownAs(name, colour, null), id: page.page.data.face.id })

  test('changes the screen with its own sound and says who changed it', async () => {
    phone.answers['gate.check'] = refused('busy')
    await scan(somebody().show(Date.now()))
    page.page.correct(late('revoked', 'red'))
    await page.settle()
    expect(page.text()).toContain(faces.revoked.title)
    expect(page.text()).toContain(t.face.changed)
    expect(lastSound()).toContain('gate-refused')
    expect(phone.bars.at(-1)).toBe('#981616')
  })

  test('that is red reaches a guard who has gone on', async () => {
    phone.answers['gate.check'] = refused('busy')
    await scan(somebody().show(Date.now()))
    const word = late('revoked', 'red')
    page.page.ready()
    page.page.correct(word)
    await page.settle()
    expect(page.page.data.alert).toContain(faces.revoked.title)
    expect(lastSound()).toContain('gate-refused')
  })
})

test('a full phone still checks, and says that it cannot keep the scan', async () => {
  const { wx } = globalThis as any
  const write = wx.setStorageSync
  wx.setStorageSync = (key: string, value: unknown) => {
    if (key.startsWith('guard.')) {
      throw new Error('setStorageSync:fail exceed max size')
    }
    write(key, value)
  }
  await scan(somebody().show(Date.now()))
  expect(page.text()).toContain(faces.admitted.title)
  page.page.ready()
  await page.settle()
  expect(page.text()).toContain('1 条记录还没有存下')
})

test('a check that breaks leaves the guard able to go on', async () => {
  ;(globalThis as any).wx.getRandomValues = async () => {
    throw new Error('getRandomValues:fail')
  }
  for (let count = 0; count < 40; count += 1) {
    await scan('until the supply of random bytes is used up')
  }
  expect(mode()).toBe('ready')
  expect(page.page.data.alert).toBe(t.failed)
})

test('melodies are made once and kept as files', async () => {
  expect(phone.files.size).toBe(5)
  const before = [...phone.files.values()]
  page = await openPage('guard/pages/scan/scan')
  expect([...phone.files.values()]).toEqual(before)
})

test('changing the point leads to the choice', async () => {
  await page.tap(t.change)
  expect(phone.addresses).toEqual(['/guard/pages/point/point?change=1'])
})

describe('with a status list', () => {
  const minutesAgo = (minutes: number) => Date.now() - minutes * 60_000
  const stored = (changed: object) => ({ 'guard.list': whole({ sequence: 3, issued: minutesAgo(5), ...changed }) })

  test('a phone with no network lets in under green, and says how old the list is', async () => {
    await start(stored({}))
    expect(page.text()).toContain('停用名单更新于 5 分钟前')
    phone.setOnline(false)
    await scan(somebody().show(Date.now()))
    expect(page.page.data.face.colour).toBe('green')
    expect(page.text()).toContain('校友卡有效，停用名单更新于 5 分钟前')
    // The last day of the phone's credential is not that of the card, which only the office knows.
    expect(page.text()).toContain('手机凭证有效至')
  })

  test('refuses the revoked at once, online and offline, without asking', async () => {
    await start(stored({ revoked: [serial + 1, serial + 2] }))
    await scan(somebody().show(Date.now()))
    expect(page.text()).toContain(faces.revoked.title)
    phone.setOnline(false)
    await scan(somebody().show(Date.now()))
    expect(page.text()).toContain(faces.revoked.title)
    expect(phone.asked('gate', 'check')).toEqual([])
  })

  test('older than policy it warns on the resting screen and on the amber face', async () => {
    await start(stored({ issued: minutesAgo(3 * 24 * 60) }))
    expect(page.page.data.status.listOld).toBe(true)
    expect(page.text()).toContain('停用名单已有 3 天没有更新')
    phone.setOnline(false)
    await scan(somebody().show(Date.now()))
    expect(page.page.data.face.colour).toBe('amber')
    expect(page.text()).toContain('手机没有网络，未能向校友办核实；停用名单已有 3 天没有更新')
  })

  test('green is there before the office has answered, and its red takes over with its own sound', async () => {
    await start(stored({}))
    let answer = (_: unknown) => {}
    phone.answers['gate.check'] = () => new Promise((resolve) => (answer = resolve as typeof answer))
    phone.codes.push(somebody().show(Date.now()))
    const scanning = page.page.onScan()
    await page.settle()
    expect(page.page.data.face.colour).toBe('green')
    answer(says('revoked'))
    await scanning
    await page.settle()
    expect(page.text()).toContain(faces.revoked.title)
    expect(page.text()).toContain(t.face.changed)
    expect(lastSound()).toContain('gate-refused')
  })

  test('the office’s yes brings the photo and says that it is confirmed, without another sound', async () => {
    await start(stored({}))
    await scan(somebody().show(Date.now()))
    expect(page.page.data).toMatchObject({ changed: false, face: { colour: 'green', reason: faces.admitted.reason } })
    expect(phone.played).toHaveLength(1)
  })

  test('a list of strangers is told, and the old one stays', async () => {
    await start(stored({}))
    const forged = whole({ sequence: 9, issued: Date.now(), secret: new Uint8Array(32).fill(5) })
    phone.answers['gate.list'] = ok({ now: Date.now(), update: forged })
    await page.page.tidy('list')
    await page.settle()
    expect(page.text()).toContain(t.listRefusals.list_forged)
    expect(page.page.data.status.listOld).toBe(false)
  })

  test('a card that the list refuses makes the phone ask for a newer list', async () => {
    await start(stored({ suspended: [serial + 1] }))
    await page.settle()
    const before = phone.asked('gate', 'list').length
    await scan(somebody().show(Date.now()))
    await page.settle()
    expect(phone.asked('gate', 'list').length).toBe(before + 1)
    expect(phone.asked('gate', 'list').at(-1)?.data).toEqual({ sequence: listOf({ sequence: 3, issued: 0 }).sequence })
  })
})

describe('a visitor leaves', () => {
  const visitor = (expiryDay = zhang.expiryDay) => {
    serial += 1
    return phoneOf({ ...zhang, serial, class: 2, expiryDay })
  }
  const leaving = (changed: object = {}) => {
    const office = officeOf(Date.now(), { points: [alwaysOpen], visitorsLeave: true, ...changed })
    return start({ 'guard.office': office })
  }
  async function scanOut(text: string) {
    phone.codes.push(text)
    await page.tap(t.departing.open)
    await page.settle()
  }
  const journal = () => phone.storage.get('guard.journal.0') as object[] | undefined

  test('is offered only where the office wants it, and at gates only', async () => {
    expect(page.text()).not.toContain(t.departing.open)
    await leaving({ points: [{ ...alwaysOpen, kind: 'library' }] })
    expect(page.text()).not.toContain(t.departing.open)
    await leaving()
    expect(page.text()).toContain(t.departing.open)
  })

  test('is written down without a question to the office, and said', async () => {
    await leaving()
    await scanOut(visitor().show(Date.now()))
    expect(page.text()).toContain('张*明')
    expect(page.text()).toContain('离校')
    expect(phone.asked('gate', 'check')).toEqual([])
    expect(journal()).toMatchObject([{ how: 'leaving', verdict: 'left', serial, online: false }])
    expect(page.page.data.status.shift).toContain('0')
  })

  test('also when the pass is over, and twice when somebody presses twice', async () => {
    await leaving()
    const code = visitor(10_000).show(Date.now())
    await scanOut(code)
    await scanOut(code)
    expect(journal()).toHaveLength(2)
  })

  test('a leaving that cannot be written down is said, and the guard can go on', async () => {
    await leaving()
    ;(globalThis as any).wx.getRandomValues = async () => {
      throw new Error('getRandomValues:fail')
    }
    const code = visitor().show(Date.now())
    for (let count = 0; count < 40 && page.page.data.alert === ''; count += 1) {
      await scanOut(code)
    }
    expect(page.page.data.alert).toBe(t.failed)
    expect(page.page.data.departed).toBe('')
    expect(mode()).toBe('ready')
  })

  test('a code that let somebody in a moment ago still lets them in once only', async () => {
    await leaving()
    const code = somebody().show(Date.now())
    await scanOut(code)
    await scan(code)
    expect(page.text()).toContain(faces.admitted.title)
    await scan(code)
    expect(page.text()).toContain(faces.replayed.title)
  })

  test.each([
    ['a card', () => somebody().show(Date.now()), t.departing.no_visitor],
    ['an old screenshot', () => visitor().show(Date.now() - 300_000), t.departing.old],
    ['something else', () => 'https://example.com', t.departing.unreadable],
    [
      'a forgery',
      () => phoneOf({ ...zhang, class: 2 }, { issuer: new Uint8Array(32).fill(3) }).show(Date.now()),
      t.departing.unreadable,
    ],
  ])('%s is no leaving, and the guard is told what to ask for', async (_, code, says) => {
    await leaving()
    await scanOut(code())
    expect(page.text()).toContain(says)
    expect(journal() ?? []).toEqual([])
  })
})

describe('no phone, or a broken one', () => {
  const found = (verdict: VerdictCode) => ok({ now: Date.now(), verdict, holder, serial: 77 })
  async function lookUp(number: string, last4: string) {
    await page.tap(t.lookUp.open)
    await page.send('wx-input', 0, 'input', { value: number })
    await page.send('wx-input', 1, 'input', { value: last4 })
  }

  test('the card is looked up by number and last four, with the same face, and written down', async () => {
    phone.answers['gate.lookUp'] = found('admitted')
    await lookUp('8123456780', '001x')
    expect(page.text()).toContain('8123 456 780')
    await page.tap(t.lookUp.find)
    expect(phone.asked('gate', 'lookUp')[0]?.data).toEqual({
      cardNumber: '8123456780',
      last4: '001X',
      point: 'gate-east',
    })
    expect(page.text()).toContain(faces.admitted.title)
    expect(page.text()).toContain(holder.maskedName)
    expect(lastSound()).toContain('gate-admitted')
    expect(phone.storage.get('guard.journal.0')).toMatchObject([{ how: 'look_up', serial: 77, verdict: 'admitted' }])
  })

  test('a slip of the finger is said while typing', async () => {
    await lookUp('8123456781', '0011')
    expect(page.text()).toContain(t.lookUp.typo)
    expect(phone.asked('gate', 'lookUp')).toEqual([])
  })

  test('half a number, or no last four, is asked for and not sent', async () => {
    await lookUp('81234', '00')
    await page.tap(t.lookUp.find)
    expect(page.text()).toContain(t.lookUp.short)
    expect(page.text()).toContain(t.lookUp.last4Short)
    await page.send('wx-input', 0, 'input', { value: '7' })
    expect(page.text()).toContain('校友卡号以 8 开头')
    expect(phone.asked('gate', 'lookUp')).toEqual([])
  })

  test.each(['look_up_not_matched', 'look_up_limit', 'card_not_activated'] as const)(
    '%s is worded, nothing is written down, and what was typed stays',
    async (code) => {
      phone.answers['gate.lookUp'] = refused(code, { from: '2026-11-24' })
      await lookUp('8123456780', '0011')
      await page.tap(t.lookUp.find)
      const { say } = sayRefusal(code, 'zh', { from: '2026-11-24' })
      expect(page.text()).toContain(say)
      expect(mode()).toBe('lookUp')
      expect(page.text()).toContain('8123 456 780')
      expect(phone.storage.get('guard.journal.0')).toBeUndefined()
    },
  )

  test('without a network it says so, and what to do instead', async () => {
    phone.setOnline(false)
    await page.tap(t.lookUp.open)
    expect(page.text()).toContain(t.lookUp.offline)
    expect(page.text()).toContain(t.lookUp.offlineNext)
    await page.tap(t.lookUp.cancel)
    expect(mode()).toBe('ready')
  })
})

describe('companions', () => {
  const letting = (companions: number) => ({
    'guard.office': officeOf(Date.now(), { points: [alwaysOpen], companions }),
  })

  test('are counted on the face, which then stays, and travel with the scan', async () => {
    await start(letting(2))
    await scan(somebody().show(Date.now()))
    await page.tap('+')
    await page.tap('+')
    await page.tap('+')
    expect(page.page.data).toMatchObject({ leaving: false, face: { companions: 2 } })
    await page.tap('−')
    await page.page.tidy('clock')
    expect(phone.asked('gate', 'record')).toEqual([])
    page.page.ready()
    await page.page.tidy('clock')
    expect(phone.asked('gate', 'record').flatMap(({ data }) => data.scans)).toMatchObject([{ companions: 1 }])
  })

  test('are not asked for where policy allows none, or when nobody is let in', async () => {
    await scan(somebody().show(Date.now()))
    expect(page.text()).not.toContain(t.face.companions)
    await start(letting(2))
    phone.answers['gate.check'] = says('revoked')
    await scan(somebody().show(Date.now()))
    expect(page.text()).not.toContain(t.face.companions)
  })
})

describe('scans that the office would not take', () => {
  const scanOf = (id: string) => ({
    id: id.repeat(32),
    at: Date.parse('2026-11-19T14:32:00+08:00'),
    point: 'gate-east',
    verdict: 'admitted',
    serial: 5,
    step: 1,
    online: false,
  })

  test('are named, shown, copied and sent again', async () => {
    await start({ 'guard.journal.refused': [scanOf('a'), scanOf('b')] })
    const copied: string[] = []
    ;(globalThis as any).wx.setClipboardData = ({ data }: { data: string }) => void copied.push(data)
    await page.tap('2 条记录传不上去，点开看看')
    expect(page.text()).toContain('14:32')
    expect(page.text()).toContain(faces.admitted.title)
    await page.tap(t.aside.copy)
    expect(JSON.parse(copied[0] ?? '')).toHaveLength(2)
    await page.tap(t.aside.retry)
    await page.settle()
    expect(phone.asked('gate', 'record').flatMap(({ data }) => data.scans)).toHaveLength(2)
    expect(phone.storage.get('guard.journal.refused')).toEqual([])
    expect(page.page.data.aside).toBeNull()
  })
})
