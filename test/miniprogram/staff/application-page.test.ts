import { words } from '../../../miniprogram/staff/words'
import { refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { COLLEAGUE, NOW, ReviewOffice } from './office'
import { StaffPhone } from './staff-phone'

const { application: t, reasons } = words.zh
const FIRST = 'app-00000001'
let phone: StaffPhone
let office: ReviewOffice
let page: Rendered

async function open(count = 3, id = FIRST, prepare: (office: ReviewOffice) => void = () => {}) {
  phone = new StaffPhone().install()
  office = new ReviewOffice(count)
  prepare(office)
  phone.answers = office.answers()
  page = await openPage('staff/pages/application/application', { id })
}
afterEach(() => page.detach())

const shownId = () => page.page.data.view?.id as string | undefined

/** Taps the button of the bar, not the sheet's of the same name. */
async function press(method: 'onApprove' | 'onReturn' | 'onReject') {
  page.page[method]()
  await page.settle()
}

test('one screen has what is needed to decide, and not the number', async () => {
  await open(1, FIRST, (one) => {
    Object.assign(one.one(FIRST), { returnedBefore: 2, nameLatin: 'ZHANG YI', email: 'a@example.com' })
  })
  for (const text of [
    '张1',
    'ZHANG YI',
    '退回过 2 次',
    '居民身份证',
    '321***********0001',
    '机械工程学院',
    '2010–2014',
    '+86 ··· 5678',
    'a@example.com',
  ]) {
    expect(page.text()).toContain(text)
  }
  expect(page.text()).not.toContain('321102')
  expect(phone.asked('review', 'revealDocument')).toEqual([])
})

test('approving goes straight to the next, and the last decision can be undone', async () => {
  await open()
  await press('onApprove')
  expect(shownId()).toBe('app-00000002')
  expect(page.text()).toContain('已通过 张1')
  expect(office.one(FIRST).decision?.kind).toBe('approve')
  await page.tap(t.undo)
  expect(shownId()).toBe(FIRST)
  expect(office.one(FIRST).decision).toBeNull()
  expect(phone.toasts).toEqual([t.undone])
  expect(page.text()).not.toContain('已通过 张1')
})

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
    page = await openPage('staff/pages/application/application', { id: FIRST })
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

test('after the last one it says that the round is done, and leads to closing', async () => {
  await open(1)
  await press('onApprove')
  expect(page.text()).toContain(t.allDone)
  expect(page.text()).toContain('已通过 张1')
  await page.tap(t.toRound)
  expect(phone.addresses).toEqual(['/staff/pages/round/round'])
})

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

test('a photo opens over the whole screen, is turned, and the other one is one tap away', async () => {
  await open()
  page.page.onZoom({ currentTarget: { dataset: { url: 'https://photos/1-proof.jpg' } } })
  await page.settle()
  const viewer = page.page.selectComponent('#viewer')
  expect(viewer.data.photos[viewer.data.shown]).toBe('https://photos/1-proof.jpg')
  await page.tap(words.zh.viewer.turn)
  expect(viewer.data.style).toContain('rotate(90deg)')
  await page.tap(words.zh.viewer.other)
  expect(viewer.data.photos[viewer.data.shown]).toBe('https://photos/1-portrait.jpg')
  await page.tap(words.zh.viewer.close)
  expect(page.text()).not.toContain(words.zh.viewer.turn)
})

test('before the cut-off nothing can be decided, and the page says from when', async () => {
  await open(1, FIRST, (one) => {
    Object.assign(one.one(FIRST), { decidable: false, stage: 'submitted', round: '2026-11-26' })
  })
  expect(page.text()).toContain('11月26日（星期四）截止后才能审核')
  expect(page.text()).not.toContain(t.approve)
})

test('a settled one says that it is over', async () => {
  await open(1, FIRST, (one) => {
    Object.assign(one.one(FIRST), { decidable: false, stage: 'approved' })
  })
  expect(page.text()).toContain(t.finished)
})

test('a passport names its country in the reader’s language', async () => {
  await open(1, FIRST, (one) => {
    Object.assign(one.one(FIRST), { documentType: 'passport', documentCountry: 'PAK' })
  })
  expect(page.text()).toContain('护照')
  expect(page.text()).toContain('巴基斯坦签发')
})

test('an application that does not exist can be tried again', async () => {
  await open(1, 'app-99999999')
  expect(page.text()).toContain('没有找到这份申请')
})

test('an undone decision tells the queue', async () => {
  await open()
  await press('onApprove')
  await page.tap(t.undo)
  const { takeChanges } = require('../../../miniprogram/staff/decided')
  expect(takeChanges('undecided')).toEqual({ gone: new Set(), others: true })
})
