/** The page of an application with a keyboard. */
import { words } from '../../../miniprogram/staff/words'
import { FIRST, office, open, page, phone, reopen, shownId } from './application-scene'

const { application: t } = words.zh

afterEach(() => page.detach())

describe('with a keyboard', () => {
  const key = async (name: string) => {
    phone.press(name)
    await page.settle()
  }

  test('one key decides, undoes, skips', async () => {
    await open()
    await key('a')
    expect(office.one(FIRST).decision?.kind).toBe('approve')
    await key('u')
    expect(shownId()).toBe(FIRST)
    await key('ArrowRight')
    expect(shownId()).toBe('app-00000002')
  })

  test('a digit chooses the reason while the sheet is open', async () => {
    await open()
    await key('2')
    expect(page.page.data.question.id).toBe('return')
    await key('1')
    expect(office.one(FIRST).decision).toMatchObject({ kind: 'return', reason: 'portrait_unclear' })
  })

  test('the keys stand on the buttons, and only where there is a keyboard', async () => {
    await open()
    expect(page.text()).not.toContain(t.help)
    Object.assign((globalThis as any).wx, { getDeviceInfo: () => ({ platform: 'windows' }) })
    page.detach()
    await reopen()
    expect(page.text()).toContain(`${t.approve}1`)
    await page.tap(t.help)
    expect(page.text()).toContain(t.helpHint)
  })

  test('nothing is heard once the page is left', async () => {
    await open()
    page.page.onHide()
    await key('a')
    expect(phone.asked('review', 'decide')).toEqual([])
    expect(phone.keyListeners.size).toBe(0)
  })

  test('Escape closes the sheet and the help', async () => {
    await open()
    await key('x')
    await key('Escape')
    expect(page.page.data.question).toBeNull()
    await key('?')
    expect(page.text()).toContain(t.helpHint)
    await key('Escape')
    expect(page.text()).not.toContain(t.helpHint)
  })
})
