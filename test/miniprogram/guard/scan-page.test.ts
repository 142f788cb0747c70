import { signalNameOf } from '../../../miniprogram/guard/signals'
import { words } from '../../../miniprogram/guard/words'
import type { VerdictCode } from '../../../miniprogram/lib/domain'
import { ok, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { GuardPhone } from './guard-phone'
import { eastGate, passKeys, phoneOf, zhang } from './passes'

const DAY = 86_400_000
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
    'gate.open': ok({ now: Date.now(), keys: [passKeys], points: [alwaysOpen], maxListAge: DAY }),
    'gate.check': () => says('admitted'),
    'gate.record': ({ scans }) => ok({ stored: scans.length }),
  }
  const office = { openedAt: Date.now(), keys: [passKeys], points: [alwaysOpen], maxListAge: DAY }
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
  expect(phone.storage.get('guard.journal.0')).toEqual([])
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
  expect(page.page.data.status.shift).toBe('本班 12 次')
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
    expect(page.page.data.seconds).toBeGreaterThan(58)

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
  expect(page.text()).toContain(t.storageFull)
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
