/** A visitor who leaves is scanned again: where that is offered, what is written down, and what the guard is told. */
import { words } from '../../../miniprogram/guard/words'
import { officeOf } from './lists'
import { phoneOf, zhang } from './passes'
import { alwaysOpen, leave, mode, page, phone, scan, serial, somebody, start } from './scan-scene'

const { scan: t, faces } = words.zh

beforeEach(() => start())
afterEach(leave)

describe('a visitor leaves', () => {
  const visitor = (expiryDay = zhang.expiryDay) => somebody({ class: 2, expiryDay })
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
