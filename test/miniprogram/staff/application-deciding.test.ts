/** Returning and rejecting with reasons; colleagues who were faster or have it in hand; decisions that do not get through, come twice, or come back. */
import { words } from '../../../miniprogram/staff/words'
import { refused } from '../harness/phone'
import { FIRST, office, open, page, phone, press, shownId } from './application-scene'
import { COLLEAGUE } from './office'

const { application: t, reasons } = words.zh

afterEach(() => page.detach())

describe('returning', () => {
  test('asks for a reason of the closed list and sends it', async () => {
    await open()
    await press('onReturn')
    expect(page.text()).toContain(t.sheet.returnHead)
    expect(page.text()).toContain(reasons.portrait_unclear)
    expect(page.text()).not.toContain(reasons.forged)
    await page.tap(reasons.portrait_unclear)
    expect(office.one(FIRST).decision).toMatchObject({ kind: 'return', reason: 'portrait_unclear' })
    expect(office.one(FIRST).decision).not.toHaveProperty('note')
    expect(shownId()).toBe('app-00000002')
    expect(page.page.data.question).toBeNull()
  })

  test('with "other" and no note says what is missing, and sends the note', async () => {
    await open()
    await press('onReturn')
    await page.tap(reasons.other)
    await page.tap(t.sheet.return)
    expect(page.text()).toContain(words.zh.sheet.noteMissing)
    expect(phone.asked('review', 'decide')).toEqual([])
    await page.send('wx-textarea', 0, 'input', { value: '请上传内页' })
    await page.tap(t.sheet.return)
    expect(office.one(FIRST).decision).toMatchObject({ reason: 'other', note: '请上传内页' })
  })

  test('a cancelled sheet decides nothing and forgets what was chosen', async () => {
    await open()
    await press('onReturn')
    await page.tap(reasons.other)
    await page.tap(words.zh.sheet.cancel)
    await press('onReturn')
    expect(page.text()).not.toContain(words.zh.sheet.noteNeeded)
    expect(phone.asked('review', 'decide')).toEqual([])
  })

  test('the reasons most used stand first the next time', async () => {
    await open()
    await press('onReturn')
    await page.tap(reasons.study_incomplete)
    await press('onReturn')
    expect(page.page.data.question.reasons.map(({ id }: { id: string }) => id).slice(0, 2)).toEqual([
      'study_incomplete',
      'portrait_unclear',
    ])
  })
})

test('rejecting has its own reasons', async () => {
  await open()
  await press('onReject')
  expect(page.text()).toContain(t.sheet.rejectHead)
  expect(page.text()).not.toContain(reasons.portrait_unclear)
  await page.tap(reasons.not_found_in_archive)
  expect(office.one(FIRST).decision).toMatchObject({ kind: 'reject', reason: 'not_found_in_archive' })
})

test('when another reviewer was faster, says so and shows what they decided', async () => {
  await open()
  office.decide(FIRST, 1, { kind: 'reject', reason: 'forged', note: '印章不对' })
  await press('onApprove')
  expect(office.one(FIRST).decision?.kind).toBe('reject')
  expect(page.text()).toContain('另一位审核员刚刚处理了这份申请')
  expect(page.text()).toContain('已不通过')
  expect(page.text()).toContain('印章不对')
  expect(shownId()).toBe(FIRST)
  await page.tap(t.next)
  expect(shownId()).toBe('app-00000002')
})

test('a decision that did not get through stays on the screen and can be repeated', async () => {
  await open()
  phone.online = false
  await press('onApprove')
  expect(shownId()).toBe(FIRST)
  expect(page.text()).toContain('手机没有连接网络')
  phone.online = true
  await press('onApprove')
  expect(office.one(FIRST).decision?.kind).toBe('approve')
})

test('two taps decide once', async () => {
  await open()
  page.page.onApprove()
  page.page.onApprove()
  await page.settle()
  expect(phone.asked('review', 'decide')).toHaveLength(1)
})

test('what is decided right after an undo counts, however fast', async () => {
  jest.spyOn(Date, 'now').mockReturnValue(Date.now())
  await open()
  await press('onApprove')
  await page.tap(t.undo)
  expect(shownId()).toBe(FIRST)
  await press('onReturn')
  await page.tap(reasons.portrait_unclear)
  jest.restoreAllMocks()
  expect(office.one(FIRST).decision).toMatchObject({ kind: 'return', reason: 'portrait_unclear' })
})

test('the next one is on the screen before the decision was answered, and comes back when it is refused', async () => {
  await open()
  let answer: (reply: any) => void = () => {}
  phone.answers['review.decide'] = () =>
    new Promise((resolve) => {
      answer = resolve
    })
  await press('onApprove')
  expect(shownId()).toBe('app-00000002')
  office.decide(FIRST, 1, { kind: 'reject', reason: 'forged' })
  answer(refused('already_decided'))
  await page.settle()
  expect(shownId()).toBe(FIRST)
  expect(page.text()).toContain('另一位审核员刚刚处理了这份申请')
})

describe('in a colleague’s hands', () => {
  test('it says whose and until when, and cannot be decided', async () => {
    await open(2, FIRST, (one) => {
      Object.assign(one.one(FIRST), { hold: COLLEAGUE })
    })
    expect(page.text()).toContain('孙磊正在审核，14:05前由对方决定')
    expect(page.page.data.view.canDecide).toBe(false)
    phone.press('1')
    await page.settle()
    expect(phone.asked('review', 'decide')).toEqual([])
    await page.tap(t.next)
    expect(shownId()).toBe('app-00000002')
  })

  test('lapsed, it is taken over by opening it again', async () => {
    await open(1, FIRST, (one) => {
      Object.assign(one.one(FIRST), { hold: COLLEAGUE })
    })
    office.one(FIRST).hold = null
    await page.tap(t.takeOver)
    expect(page.page.data.view.canDecide).toBe(true)
  })

  test('when the rest is, it says so instead of offering to close the round', async () => {
    await open(2, FIRST, (one) => {
      Object.assign(one.one('app-00000002'), { hold: COLLEAGUE })
    })
    await press('onApprove')
    expect(page.text()).toContain('还有 1 份正由同事审核')
    expect(page.text()).not.toContain(t.toRound)
    office.one('app-00000002').hold = null
    await page.tap(t.lookAgain)
    expect(shownId()).toBe('app-00000002')
  })
})

test('what is in hand is renewed while the page is open, and given back when it is left', async () => {
  await open()
  await page.page.renew()
  expect(phone.asked('review', 'hold').at(-1)?.data).toEqual({ ids: [FIRST, 'app-00000002'] })
  page.page.onUnload()
  await page.settle()
  expect(office.applications.filter(({ hold }) => hold)).toEqual([])
})
