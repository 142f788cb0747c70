/** No phone, or a broken one: the card is looked up by its number and the last four of the document. */
import { words } from '../../../miniprogram/guard/words'
import { sayRefusal } from '../../../miniprogram/i18n/refusal'
import type { VerdictCode } from '../../../miniprogram/lib/domain'
import { ok, refused } from '../harness/phone'
import { zhangShown } from './passes'
import { lastSound, leave, mode, page, phone, start } from './scan-scene'

const { scan: t, faces } = words.zh

beforeEach(() => start())
afterEach(leave)

describe('no phone, or a broken one', () => {
  const found = (verdict: VerdictCode) => ok({ now: Date.now(), verdict, holder: zhangShown, serial: 77 })
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
    expect(page.text()).toContain(zhangShown.maskedName)
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
