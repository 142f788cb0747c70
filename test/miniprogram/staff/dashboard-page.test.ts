import type { Dashboard } from '../../../miniprogram/lib/domain'
import { words } from '../../../miniprogram/staff/words'
import { ok, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { at } from './cards'
import { StaffPhone } from './staff-phone'

const { dashboard: t } = words.zh
const NOW = at('2026-11-19T14:20')
let phone: StaffPhone
let page: Rendered

const hours = (hour: number, count: number) => Array.from({ length: 24 }, (_, index) => (index === hour ? count : 0))

const full: Dashboard = {
  now: NOW,
  countedAt: NOW - 360_000,
  queue: { total: 1412, byAge: [38, 1121, 203, 44, 6], oldestDays: 16 },
  rounds: [
    { day: '2026-11-12', approved: 210, returned: 30, rejected: 8, carriedOver: 4 },
    { day: '2026-11-19', approved: 301, returned: 38, rejected: 9, carriedOver: 0 },
  ],
  reasons: [
    { kind: 'return', reason: 'portrait_unclear', count: 51 },
    { kind: 'reject', reason: 'other', count: 9 },
  ],
  cards: [
    { from: '2026-11-18', to: '2026-11-18', issued: 0, activated: 12 },
    { from: '2026-11-19', to: '2026-11-19', issued: 301, activated: 3 },
  ],
  totals: { issued: 301, activated: 15, scans: 1000, admitted: 985 },
  scans: { today: { library: hours(9, 40), 'gate-east': hours(7, 80) }, week: { library: hours(15, 400) } },
  refused: [
    { verdict: 'clock_wrong', count: 10 },
    { verdict: 'other', count: 5 },
  ],
  failedMessages: 3,
}
const empty: Dashboard = {
  now: NOW,
  countedAt: null,
  queue: { total: 0, byAge: [0, 0, 0, 0, 0], oldestDays: 0 },
  rounds: [],
  reasons: [],
  cards: [{ from: '2026-11-19', to: '2026-11-19', issued: 0, activated: 0 }],
  totals: { issued: 0, activated: 0, scans: 0, admitted: 0 },
  scans: { today: {}, week: {} },
  refused: [],
  failedMessages: 0,
}

async function open(figures: Dashboard | null = full) {
  phone.answers = { 'office.dashboard': figures ? ok(figures) : refused('no_answer') }
  page = await openPage('staff/pages/dashboard/dashboard')
}

beforeEach(() => {
  phone = new StaffPhone().install()
})
afterEach(() => page.detach())

/** What a screen reader says; the renderer of the tests leaves the attributes out. */
const labels = () => {
  const { queue, reasons, scans, refused, rounds, cards } = page.page.data
  const rows = [...queue.rows, ...reasons, ...scans, ...refused.rows].map(({ label }) => label)
  return [...rows, rounds.summary, cards.summary]
}

describe('numbers', () => {
  test('of the queue, the cards, the rounds, scans and messages stand there as text', async () => {
    await open()
    const text = page.text()
    expect(text).toContain('1,412')
    expect(text).toContain('最久的等了 16 天')
    expect(text).toContain('2 轮，共审 596 份')
    expect(text).toContain('照片不清晰 · 退回')
    expect(text).toContain('其他 · 不通过')
    expect(text).toContain('1,000 次扫码中放行 98.5%')
    expect(text).toContain(words.zh.verdicts.clock_wrong)
    expect(text).toContain('14:14')
  })

  test('are spoken: every bar and every row of points, charts by their sums', async () => {
    await open()
    expect(labels()).toEqual(
      expect.arrayContaining([
        '1–2 天，1,121',
        '照片不清晰 · 退回，51',
        '东大门，共 80 次，最忙 7–8 点',
        '2 轮，共审 596 份',
        '制卡，301 激活，15',
      ]),
    )
  })

  test('points come in the order of the campus, not of the alphabet', async () => {
    await open()
    expect(page.page.data.scans.map(({ id }: { id: string }) => id)).toEqual(['gate-east', 'library'])
  })
})

test('a chart is a table one tap away, and back', async () => {
  await open()
  expect(page.text()).not.toContain('11月12日301')
  await page.tap(t.showTable)
  expect(page.text()).toContain(t.showChart)
  await page.tap(t.showChart)
  expect(page.text()).not.toContain(t.showChart)
})

test('the table of rounds has the newest first', async () => {
  await open()
  expect(page.page.data.rounds.rows.map(({ cells }: { cells: string[] }) => cells)).toEqual([
    ['11月19日', '301', '38', '9', '0'],
    ['11月12日', '210', '30', '8', '4'],
  ])
})

test('this week is one tap away from today', async () => {
  await open()
  expect(page.page.data.scanTotal).toBe('120')
  await page.tap(t.scans.week)
  expect(page.page.data.scanTotal).toBe('400')
})

test('another period asks for it', async () => {
  await open()
  await page.tap(t.periods.d365)
  expect(phone.asked('office', 'dashboard').map(({ data }) => data.days)).toEqual([30, 365])
  expect(page.page.data.period).toBe(365)
})

test('an answer for a period that was left comes too late to be shown', async () => {
  await open()
  let late = (_: unknown) => {}
  phone.answers['office.dashboard'] = ({ days }) =>
    days === 365 ? new Promise((resolve) => (late = resolve as typeof late)) : ok({ ...full, failedMessages: 77 })
  const first = page.page.onPeriod({ currentTarget: { dataset: { days: 365 } } })
  await page.page.onPeriod({ currentTarget: { dataset: { days: 7 } } })
  late(ok({ ...full, failedMessages: 1 }))
  await first
  await page.settle()
  expect(page.page.data.failed).toBe('77')
})

test('with nothing to count every block says so', async () => {
  await open(empty)
  const sentences = [t.queue, t.cards, t.rounds, t.reasons, t.scans, t.messages].map(({ none }) => none)
  for (const sentence of [...sentences, t.refused.noScans]) {
    expect(page.text()).toContain(sentence)
  }
  expect(page.text()).not.toContain('%')
  expect(page.text()).toContain(t.notCounted)
})

describe('with no network', () => {
  test('the last figures stand there with their age', async () => {
    await open()
    phone.setOnline(false)
    await page.page.onPullDownRefresh()
    await page.settle()
    expect(page.text()).toContain('1,412')
    expect(page.text()).toContain('没有网络，这是 11月19日（星期四）14:20 的数字')
    expect(page.text()).toContain(t.again)
  })

  test('and none kept, it can be tried again', async () => {
    phone.setOnline(false)
    await open()
    expect(page.page.data.state).toBe('error')
    phone.setOnline(true)
    await page.page.load()
    await page.settle()
    expect(page.text()).toContain('1,412')
  })

  test('figures of one period are not shown for another', async () => {
    await open()
    phone.setOnline(false)
    await page.tap(t.periods.d7)
    expect(page.page.data.state).toBe('error')
  })
})

test('what is kept on the phone holds no personal data: counts only', async () => {
  await open()
  expect(phone.storage.get('staff-figures-30')).toEqual(full)
})

test('leads to the exports', async () => {
  await open()
  await page.tap(t.exports)
  expect(phone.addresses).toEqual(['/staff/pages/exports/exports'])
})

test('speaks English', async () => {
  phone.language = 'en'
  await open()
  expect(page.text()).toContain('Rounds: 2, applications decided: 596')
  expect(page.text()).toContain('98.5% of 1,000 scans were let in')
})
