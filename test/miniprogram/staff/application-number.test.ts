/** Looking at the full number of a document. */
import { words } from '../../../miniprogram/staff/words'
import { refused } from '../harness/phone'
import { FIRST, office, open, page, phone, press, shownId } from './application-scene'

const { application: t } = words.zh

afterEach(() => page.detach())

describe('the full number', () => {
  test('is one tap, which says that it is logged', async () => {
    await open()
    expect(page.text()).toContain(t.revealHint)
    await page.tap(t.reveal)
    expect(page.text()).toContain('321102 19900101 0011')
    expect(office.revealed).toEqual([FIRST])
    await page.tap(t.hide)
    expect(page.text()).not.toContain('321102')
  })

  test('is gone when the page is left, at the next application, and never stored', async () => {
    await open()
    await page.tap(t.reveal)
    page.page.onHide()
    await page.settle()
    expect(page.text()).not.toContain('321102')
    await page.tap(t.reveal)
    await press('onApprove')
    expect(page.text()).not.toContain('321102')
    expect(JSON.stringify([...phone.storage])).not.toContain('321102')
  })

  test('that arrives after the next application was opened is not shown under the wrong name', async () => {
    await open()
    let answer: (value: any) => void = () => {}
    phone.answers['review.revealDocument'] = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    const revealing = page.page.selectComponent('#document').toggle()
    await press('onApprove')
    answer({ ok: true, value: { document: { type: 'resident_id', country: 'CHN', number: '321102199001010011' } } })
    await revealing
    await page.settle()
    expect(shownId()).toBe('app-00000002')
    expect(page.text()).not.toContain('321102')
  })

  test('a refusal is said in words', async () => {
    await open()
    phone.answers['review.revealDocument'] = refused('not_allowed')
    await page.tap(t.reveal)
    expect(page.text()).toContain('您的身份不能进行这项操作')
  })
})
