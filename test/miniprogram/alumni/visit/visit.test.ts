/** The visit page: asking for a day in four taps, what is missing, what is refused, cancelling, and the university's own system. */
import { alumniWords } from '../../../../miniprogram/alumni/words/words'
import { ok, Phone, refused } from '../../harness/phone'
import { openPage, type Rendered } from '../../harness/render'
import { tuesday } from '../../harness/samples'
import { mine, visitOf } from './samples'

const PAGE = 'alumni/pages/visit/visit'
const { visit: t } = alumniWords.zh
let phone: Phone
let page: Rendered

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(tuesday)
  phone = new Phone().install()
  phone.answers = {
    'visitor.mine': ok(mine()),
    'visitor.ask': ({ day, point, reason, note }) =>
      ok({ now: tuesday, visit: visitOf({ day, point, reason, note, pass: null, state: 'waiting' }) }),
  }
})
afterEach(() => jest.restoreAllMocks())

const choose = async (day: string, gate: string, reason: string) => {
  await page.send('wx-picker', 0, 'change', { value: day })
  await page.tap(gate)
  await page.tap(reason)
}

test('a day, a gate and a reason are all that is asked; the answer stands on the page', async () => {
  page = await openPage(PAGE)
  await choose('2026-11-26', '东大门', t.reasons.teacher)
  await page.tap(t.ask)
  expect(phone.asked('visitor', 'ask')[0]?.data).toEqual({
    day: '2026-11-26',
    point: 'gate-east',
    reason: 'teacher',
    note: '',
    devicePublicKey: expect.stringMatching(/^[0-9a-f]{64}$/),
    language: 'zh',
  })
  expect(page.text()).toContain('11月26日（星期四）')
  expect(page.text()).toContain('东大门 · 拜访老师')
  expect(page.text()).toContain(t.states.waiting)
  expect(page.text()).toContain(t.waitingText)
  expect(page.page.data.draft).toEqual({ day: '', point: '', reason: '', note: '' })
})

test('what is missing is said, one thing at a time, and nothing is sent', async () => {
  page = await openPage(PAGE)
  await page.tap(t.ask)
  expect(page.text()).toContain(t.missing.day)
  await choose('2026-11-26', '东大门', t.reasons.other)
  await page.tap(t.ask)
  expect(page.text()).toContain(t.missing.note)
  expect(phone.asked('visitor', 'ask')).toEqual([])
  await page.send('wx-input', 0, 'input', { value: '取成绩单' })
  await page.tap(t.ask)
  expect(phone.asked('visitor', 'ask')[0]?.data).toMatchObject({ reason: 'other', note: '取成绩单' })
})

test('days before today and beyond the policy cannot be chosen', async () => {
  page = await openPage(PAGE)
  expect(page.page.data.choices).toMatchObject({ from: '2026-11-24', to: '2026-12-08' })
})

test('a refusal says the days, and what was chosen stays', async () => {
  phone.answers['visitor.ask'] = refused('visit_limit', { count: 2 })
  page = await openPage(PAGE)
  await choose('2026-11-26', '北大门', t.reasons.campus)
  await page.tap(t.ask)
  expect(page.text()).toContain('这个月的 2 次预约已经用完')
  expect(page.page.data.draft).toMatchObject({ day: '2026-11-26', point: 'gate-north' })
})

test('an approved visit opens its pass; a refused one says why', async () => {
  const refusal = { reason: 'campus_closed', note: '校运会' } as const
  const other = visitOf({
    id: 'b'.repeat(64),
    day: '2026-11-27',
    state: 'refused',
    refusal,
    canCancel: false,
    pass: null,
  })
  phone.answers['visitor.mine'] = ok(mine({ visits: [visitOf(), other] }))
  page = await openPage(PAGE)
  expect(page.text()).toContain('当天校园不对外开放，请改约其他日期。 校运会')
  await page.tap(t.show)
  expect(phone.addresses).toEqual([`/alumni/pages/day-pass/day-pass?id=${'a'.repeat(64)}`])
})

test('cancelling asks first, and the visit is gone afterwards', async () => {
  phone.answers['visitor.mine'] = ok(mine({ visits: [visitOf()] }))
  phone.answers['visitor.cancel'] = ok({
    now: tuesday,
    visit: visitOf({ state: 'cancelled', canCancel: false, pass: null }),
  })
  page = await openPage(PAGE)
  page.page.onCancel({ currentTarget: { dataset: { id: 'a'.repeat(64), day: '11月24日（星期二）' } } })
  await page.settle()
  expect(page.page.data.cancelHead).toBe('取消11月24日（星期二）的预约？')
  expect(phone.asked('visitor', 'cancel')).toEqual([])
  await page.page.onCancelYes()
  await page.settle()
  expect(phone.asked('visitor', 'cancel')[0]?.data).toEqual({ id: 'a'.repeat(64) })
  expect(page.page.data.lines).toEqual([])
})

test.each([
  ['visit_holds_card', t.showCard, '/pages/card/card'],
  ['visit_not_known', t.register, '/alumni/pages/consent/consent'],
] as const)('%s leads on in one tap', async (barred, action, address) => {
  phone.answers['visitor.mine'] = ok(mine({ barred }))
  page = await openPage(PAGE)
  await page.tap(action)
  expect(phone.addresses).toEqual([address])
  expect(page.text()).not.toContain(t.ask)
})

test("the university's own system takes the place of the form", async () => {
  phone.answers['visitor.mine'] = ok(mine({ link: 'https://visitor.example.edu.cn' }))
  page = await openPage(PAGE)
  expect(page.text()).toContain(t.elsewhere)
  expect(page.text()).not.toContain(t.ask)
  const copied: string[] = []
  Object.assign((globalThis as any).wx, { setClipboardData: ({ data }: { data: string }) => void copied.push(data) })
  await page.tap(t.copy)
  expect(copied).toEqual(['https://visitor.example.edu.cn'])
})

test('with no network a first visit can be tried again', async () => {
  phone.online = false
  page = await openPage(PAGE)
  expect(page.page.data.state).toBe('error')
  phone.online = true
  await page.page.load()
  await page.settle()
  expect(page.text()).toContain(t.ask)
})
