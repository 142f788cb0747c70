/** The scanning page: what it rests with, how each verdict is shown, heard and felt, what it does without a network and with a wrong clock. */
import { signalNameOf } from '../../../miniprogram/guard/signals'
import { words } from '../../../miniprogram/guard/words'
import { refused } from '../harness/phone'
import { phoneOf, zhang, zhangShown } from './passes'
import { lastSound, leave, mode, page, phone, reopen, says, scan, shownAs, somebody, start } from './scan-scene'

const { scan: t, faces } = words.zh

beforeEach(() => start())
afterEach(leave)

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
    await reopen()
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
      for (const text of [title, next, zhangShown.maskedName, zhangShown.last4]) {
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
  await reopen()
  expect([...phone.files.values()]).toEqual(before)
})

test('changing the point leads to the choice', async () => {
  await page.tap(t.change)
  expect(phone.addresses).toEqual(['/guard/pages/point/point?change=1'])
})
