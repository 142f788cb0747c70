import { words } from '../../../miniprogram/staff/words'
import { ok, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { at, mark, scan } from './cards'
import { StaffPhone } from './staff-phone'

const { marks: t } = words.zh
const [A, B] = ['a'.repeat(64), 'b'.repeat(64)]
let phone: StaffPhone
let page: Rendered

async function open(list = [mark(), mark({ id: B, maskedName: '李*' })], after: string | null = null) {
  phone = new StaffPhone().install()
  phone.answers = {
    'office.marks': ({ state, after: from }) =>
      ok(
        from ? { marks: [mark({ id: 'c'.repeat(64) })], after: null } : { marks: state === 'open' ? list : [], after },
      ),
    'office.settleMark': ({ id, outcome, note = '' }) =>
      ok({ mark: mark({ id, settled: { outcome, note, at: at('2026-11-23T10:00') } }) }),
  }
  page = await openPage('staff/pages/marks/marks')
}
afterEach(() => page.detach())

const tapRow = async (method: string, dataset: object) => {
  await page.page[method]({ currentTarget: { dataset } })
  await page.settle()
}

test.each([
  [
    'impossible_travel',
    [scan(), scan({ at: at('2026-11-19T14:34'), point: 'gate-west' })],
    '14:32 在东大门放行，2 分钟后又在西门放行',
  ],
  [
    'replayed',
    [scan(), scan({ at: at('2026-11-19T14:32'), point: 'library' })],
    '同一个二维码在东大门、图书馆放行了 2 次',
  ],
  ['shared', [scan(), scan({ at: at('2026-11-19T14:40') })], '8 分钟内在东大门放行了 2 次'],
] as const)('%s says in plain words what happened', async (kind, scans, story) => {
  await open([mark({ kind, scans: [...scans] })])
  expect(page.text()).toContain(t.kinds[kind])
  expect(page.text()).toContain(story)
  expect(page.text()).toContain('张*明 0011')
  expect(page.text()).toContain(words.zh.cardStatuses.active)
})

test('a mark whose scans are not here says so', async () => {
  await open([mark({ scans: [] })])
  expect(page.text()).toContain(t.stories.bare)
})

test('leads to the card', async () => {
  await open()
  await page.tap('8123 456 780')
  expect(phone.addresses).toEqual(['/staff/pages/card/card?number=8123456780'])
})

describe('settling', () => {
  test('asks for the outcome, sends it with the note, and the mark leaves the list', async () => {
    await open()
    await tapRow('onSettle', { id: A })
    await page.tap(t.outcomes.harmless)
    await page.send('wx-textarea', 0, 'input', { value: ' 借给同学 ' })
    await page.tap(t.settle)
    expect(phone.asked('office', 'settleMark').map(({ data }) => data)).toEqual([
      { id: A, outcome: 'harmless', note: '借给同学' },
    ])
    expect(page.page.data.rows.map(({ id }: { id: string }) => id)).toEqual([B])
    expect(phone.toasts).toEqual([t.done])
  })

  test('without an outcome says what is missing', async () => {
    await open()
    await tapRow('onSettle', { id: A })
    await page.tap(t.settle)
    expect(page.text()).toContain(words.zh.sheet.reasonMissing)
    expect(phone.asked('office', 'settleMark')).toEqual([])
  })

  test('of a mark that is gone is refused in words, and the list stays', async () => {
    await open()
    phone.answers['office.settleMark'] = refused('mark_unknown')
    await tapRow('onSettle', { id: A })
    await page.page.onReason({ detail: { reason: 'acted_on' } })
    await page.settle()
    expect(page.text()).toContain('没有找到这条提醒')
    expect(page.page.data.rows).toHaveLength(2)
  })
})

test('with everything settled it says so', async () => {
  await open([mark()])
  await tapRow('onSettle', { id: A })
  await page.page.onReason({ detail: { reason: 'acted_on' } })
  await page.settle()
  expect(page.text()).toContain(t.noneOpen)
})

test('settled ones are a list of their own, with what came out', async () => {
  await open()
  const settled = mark({ settled: { outcome: 'acted_on', note: '已暂停', at: at('2026-11-22T10:00') } })
  phone.answers['office.marks'] = ({ state }) => ok({ marks: state === 'settled' ? [settled] : [], after: null })
  await page.tap(t.settled)
  expect(page.text()).toContain(t.outcomes.acted_on)
  expect(page.text()).toContain('已暂停')
})

test('goes on where the page ended', async () => {
  await open([mark()], 'cursor')
  expect(page.text()).toContain(t.more)
  await page.page.onReachBottom()
  await page.settle()
  expect(phone.asked('office', 'marks').map(({ data }) => data.after)).toEqual([null, 'cursor'])
  expect(page.page.data.rows).toHaveLength(2)
  expect(page.text()).toContain(t.end)
})

test('an answer for another choice comes too late to be shown', async () => {
  await open()
  let late = (_: unknown) => {}
  phone.answers['office.marks'] = ({ state }) =>
    state === 'settled'
      ? new Promise((resolve) => (late = resolve as typeof late))
      : ok({ marks: [mark()], after: null })
  const first = page.page.onChoice({ currentTarget: { dataset: { id: 'settled' } } })
  await page.page.onChoice({ currentTarget: { dataset: { id: 'open' } } })
  late(ok({ marks: [], after: null }))
  await first
  await page.settle()
  expect(page.page.data.rows).toHaveLength(1)
})

test('without an answer it can be tried again', async () => {
  await open()
  phone.answers['office.marks'] = refused('no_answer')
  await page.page.onPullDownRefresh()
  await page.settle()
  expect(page.text()).toContain('暂时没有收到回应')
  expect(page.page.data.rows).toHaveLength(2)
})
