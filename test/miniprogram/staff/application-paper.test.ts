/** An application that was entered from a paper form. */
import { words } from '../../../miniprogram/staff/words'
import { FIRST, office, open, page, phone, press, shownId } from './application-scene'
import { COLLEAGUE, NOW } from './office'

const { application: t } = words.zh

afterEach(() => page.detach())

describe('from paper', () => {
  const entered = (own: boolean) => ({ paper: { by: '周敏', signedOn: '2026-11-02', own } })

  test('it says who entered it and when it was signed, and is decided like any other', async () => {
    await open(1, FIRST, (one) => Object.assign(one.one(FIRST), entered(false)))
    expect(page.text()).toContain('纸质登记表：周敏录入，2026年11月2日签字')
    await press('onApprove')
    expect(office.one(FIRST).decision?.kind).toBe('approve')
  })

  test('one’s own is for a colleague: no buttons, no keys, the next one instead', async () => {
    await open(2, FIRST, (one) => Object.assign(one.one(FIRST), entered(true)))
    expect(page.text()).toContain('您录入，2026年11月2日签字')
    expect(page.text()).toContain(t.ownHint)
    expect(page.text()).not.toContain(t.approve)
    phone.press('1')
    await page.settle()
    expect(phone.asked('review', 'decide')).toEqual([])
    await page.tap(t.next)
    expect(shownId()).toBe('app-00000002')
  })

  test('decided by a colleague it shows the decision, and no word about who decides', async () => {
    await open(1, FIRST, (one) => {
      Object.assign(one.one(FIRST), entered(true), { decision: { kind: 'approve', at: NOW } })
    })
    expect(page.text()).toContain('已通过')
    expect(page.text()).not.toContain(t.ownHint)
  })

  test('when only own ones are left, it says so instead of offering to close the round', async () => {
    await open(3, FIRST, (one) => {
      Object.assign(one.one('app-00000002'), entered(true))
      Object.assign(one.one('app-00000003'), entered(true))
    })
    await press('onApprove')
    expect(page.text()).toContain('还有 2 份纸质表是您录入的，要由同事决定。')
    expect(page.text()).not.toContain('正由同事审核')
    expect(page.text()).not.toContain(t.toRound)
  })

  test('with some in colleagues’ hands, too, it says both', async () => {
    await open(3, FIRST, (one) => {
      Object.assign(one.one('app-00000002'), entered(true))
      Object.assign(one.one('app-00000003'), { hold: COLLEAGUE })
    })
    await press('onApprove')
    expect(page.text()).toContain('还有 1 份正由同事审核')
    expect(page.text()).toContain('还有 1 份纸质表是您录入的')
  })
})
