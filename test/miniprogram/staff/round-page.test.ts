import { words } from '../../../miniprogram/staff/words'
import { refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { ReviewOffice } from './office'
import { StaffPhone } from './staff-phone'

const { round: t } = words.zh
let phone: StaffPhone
let office: ReviewOffice
let page: Rendered

/** 30 applications: 20 approved, 5 returned, 3 rejected and as many undecided as asked for. */
async function open(undecided = 0, prepare: (office: ReviewOffice) => void = () => {}) {
  phone = new StaffPhone().install()
  office = new ReviewOffice(28 + undecided)
  for (const [index, { id }] of office.applications.slice(0, 28).entries()) {
    const kind = index < 20 ? 'approve' : index < 25 ? 'return' : 'reject'
    office.decide(id, 1, kind === 'approve' ? { kind } : { kind, reason: 'other', note: 'x' })
  }
  prepare(office)
  phone.answers = office.answers()
  page = await openPage('staff/pages/round/round')
}
afterEach(() => {
  page.page.onUnload()
  page.detach()
})

const lines = () => page.page.data.lines.map(({ name, count }: { name: string; count: number }) => [name, count])
const closes = () => phone.asked('review', 'close').map(({ data }) => data)

test('says what closing will do', async () => {
  await open(2)
  expect(page.text()).toContain('11月19日（星期四）这一轮')
  expect(lines()).toEqual([
    [t.cards, 20],
    [t.messages, 28],
    [t.carried, 2],
  ])
  await page.settle()
})

test('asks, closes to the end and shows the summary', async () => {
  await open()
  expect(lines()).toHaveLength(2)
  page.page.onClose()
  await page.settle()
  expect(page.text()).toContain('制卡 20 张，发通知 28 条')
  expect(closes()).toEqual([])
  await page.page.onConfirm()
  await page.settle()
  expect(closes()).toEqual(Array(3).fill({ round: '2026-11-19', carryOver: false }))
  expect(page.text()).toContain('11月19日（星期四）这一轮已结束')
  expect(page.text()).toContain(t.doneHint)
  await page.tap(t.toQueue)
  expect(phone.backs).toBe(1)
})

test('the answer no closes nothing', async () => {
  await open()
  page.page.onClose()
  await page.settle()
  await page.tap(t.notNow)
  expect(page.page.data.question).toBeNull()
  expect(closes()).toEqual([])
})

test('undecided ones are asked about and then carried over', async () => {
  await open(2)
  page.page.onClose()
  await page.settle()
  expect(page.text()).toContain('还有 2 份没有审')
  await page.page.onConfirm()
  expect(closes()[0]).toEqual({ round: '2026-11-19', carryOver: true })
  await page.settle()
  expect(page.page.data.lastLines.map(({ id, count }: { id: string; count: number }) => [id, count])).toContainEqual([
    'carried',
    2,
  ])
})

test('a decision undone by a colleague meanwhile stops the closing and asks', async () => {
  await open()
  page.page.onClose()
  Object.assign(office.applications[27] ?? {}, { decision: null })
  await page.page.onConfirm()
  await page.settle()
  expect(page.text()).toContain('还有 1 份申请没有处理')
  expect(lines()).toContainEqual([t.carried, 1])
  page.page.onClose()
  await page.settle()
  expect(page.text()).toContain('还有 1 份没有审')
})

describe('stopped on the way', () => {
  test('by the network: shows where, and goes on without asking again', async () => {
    await open()
    const close = phone.answers['review.close']
    let calls = 0
    phone.answers['review.close'] = (data) => {
      calls += 1
      return calls === 2 ? refused('no_answer') : (close as (data: object) => any)(data)
    }
    page.page.onClose()
    await page.page.onConfirm()
    await page.settle()
    expect(page.text()).toContain('停在 10 / 28')
    expect(page.text()).toContain('暂时没有收到回应')
    await page.tap(t.goOn)
    expect(page.text()).toContain('这一轮已结束')
    expect(office.applications).toHaveLength(0)
  })

  test('by leaving the page: coming back finds it and finishes it', async () => {
    await open()
    page.page.onClose()
    const running = page.page.onConfirm()
    page.page.onUnload()
    await running
    expect(office.applications).toHaveLength(18)
    page = await openPage('staff/pages/round/round')
    expect(page.text()).toContain(t.remains)
    await page.tap(t.goOn)
    expect(page.text()).toContain('这一轮已结束')
    expect(office.applications).toHaveLength(0)
  })

  test('with undecided ones left, the carrying over is asked about again', async () => {
    await open(3, (one) => {
      one.due = { day: '2026-11-19', cutOff: 0, closing: true, progress: null }
    })
    await page.tap(t.goOn)
    expect(closes()).toEqual([])
    expect(page.text()).toContain('还有 3 份没有审')
    await page.page.onConfirm()
    expect(closes()[0]).toEqual({ round: '2026-11-19', carryOver: true })
  })
})

describe('while it runs', () => {
  test('by the timer or a colleague: how far it is, how long it takes, and its end', async () => {
    await open(3)
    await page.page.onTold({ kind: 'running', progress: { done: 200, total: 400 }, secondsLeft: 20 })
    expect(page.page.data).toMatchObject({ percent: 50, progressText: '已处理 200 / 400', timeLeft: '还要约 20 秒' })
    const summary = { day: '2026-11-19', closedAt: 1, approved: 400, returned: 0, rejected: 0, carriedOver: 0 }
    await page.page.onTold({ kind: 'done', summary })
    await page.settle()
    expect(page.text()).toContain('这一轮已结束')
  })

  test('an undecided one that nobody agreed to carry over is asked about', async () => {
    await open(1)
    page.page.setData({ mode: 'running' })
    await page.page.onTold({ kind: 'stopped', code: 'undecided_remain', details: { count: 1 } })
    expect(page.page.data.refusal).toBe('undecided_remain')
    expect(page.page.data.mode).toBe('due')
  })
})

test('two taps close once', async () => {
  await open()
  page.page.onClose()
  await Promise.all([page.page.onConfirm(), page.page.onConfirm()])
  expect(closes()).toHaveLength(3)
})

test('with no round due it says when the next one is, and what the last one came to', async () => {
  await open(0, (one) => {
    one.due = null
    one.lastClosed = { day: '2026-11-12', closedAt: 1, approved: 31, returned: 6, rejected: 2, carriedOver: 0 }
  })
  expect(page.text()).toContain(t.notDue)
  expect(page.text()).toContain('下一轮 11月26日（星期四）12:00截止')
  expect(page.text()).toContain('31')
  expect(page.page.data.lastLines).toHaveLength(3)
})

test('an answer that is missing can be asked for again', async () => {
  phone = new StaffPhone().install()
  phone.online = false
  page = await openPage('staff/pages/round/round')
  expect(page.text()).toContain('手机没有连接网络')
})
