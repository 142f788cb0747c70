/** Visitors: approving in one tap, refusing with a reason, taking a pass back, and a colleague who was faster. */
import type { StaffVisit } from '../../../domain/client'
import { words } from '../../../miniprogram/staff/words'
import { ok, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { at } from './cards'
import { StaffPhone } from './staff-phone'

const PAGE = 'staff/pages/visitors/visitors'
const { visitors: t } = words.zh
let phone: StaffPhone
let page: Rendered

function visit(changed: Partial<StaffVisit> = {}): StaffVisit {
  return {
    id: 'a'.repeat(64),
    day: '2026-11-26',
    point: 'gate-east',
    reason: 'teacher',
    note: '',
    state: 'waiting',
    askedAt: at('2026-11-24T08:00'),
    maskedName: '张*明',
    last4: '0011',
    application: 'f'.repeat(32),
    cardNumber: null,
    outcome: 'open',
    came: 0,
    overstays: 0,
    noShows: 2,
    decidedBy: '',
    ...changed,
  }
}
const other = visit({
  id: 'b'.repeat(64),
  reason: 'other',
  note: '取成绩单',
  application: null,
  cardNumber: '8123456786',
})
const approved = visit({ state: 'approved', decidedBy: '吴芳', came: 1, noShows: 0 })

beforeEach(async () => {
  jest.spyOn(Date, 'now').mockReturnValue(at('2026-11-24T09:00'))
  phone = new StaffPhone().install()
  phone.answers = {
    'visitor.list': ({ list }) => ok({ now: 0, visits: list === 'waiting' ? [visit(), other] : [approved] }),
    'visitor.decide': ({ id }) => ok({ visit: visit({ id, state: 'approved' }) }),
  }
  page = await openPage(PAGE)
})
afterEach(() => {
  page.detach()
  jest.restoreAllMocks()
})

test('past visits that went otherwise are shown with what happened, and offer no decision', async () => {
  const past = visit({ state: 'approved', outcome: 'overstayed', overstays: 1, noShows: 0, day: '2026-11-20' })
  phone.answers['visitor.list'] = ok({ now: 0, visits: [past] })
  await page.tap(t.lists.marked)
  expect(page.text()).toContain(t.outcomes.overstayed)
  expect(page.text()).toContain('1 次没有按时离校')
  expect(page.text()).toContain(t.markedHint)
  expect(page.text()).not.toContain(t.takeBack)
})

const tapOn = async (method: string, dataset: object) => {
  await page.page[method]({ currentTarget: { dataset } })
  await page.settle()
}

test('says when, where, what for, and who did not come before; never the full name', () => {
  for (const text of ['11月26日（星期四） · 东大门', '拜访老师', '张*明 0011', '2 次预约后没有来', '取成绩单']) {
    expect(page.text()).toContain(text)
  }
})

test('the application or the card behind it is a tap away', async () => {
  await page.tap(t.card)
  await page.tap(t.application)
  expect(phone.addresses).toEqual([
    '/staff/pages/card/card?number=8123456786',
    `/staff/pages/application/application?id=${'f'.repeat(32)}`,
  ])
})

test('approving is one tap, and the visit leaves the list', async () => {
  await tapOn('onApprove', { id: 'a'.repeat(64) })
  expect(phone.asked('visitor', 'decide')[0]?.data).toEqual({ id: 'a'.repeat(64), kind: 'approve' })
  expect(phone.toasts).toEqual([t.approved])
  expect(page.page.data.rows.map(({ id }: { id: string }) => id)).toEqual(['b'.repeat(64)])
})

test('refusing asks for a reason of the list', async () => {
  await tapOn('onRefuse', { id: 'a'.repeat(64) })
  expect(page.text()).toContain(t.refuseHead)
  expect(phone.asked('visitor', 'decide')).toEqual([])
  await page.page.onReason({ detail: { reason: 'full' } })
  await page.settle()
  expect(phone.asked('visitor', 'decide')[0]?.data).toEqual({ id: 'a'.repeat(64), kind: 'refuse', reason: 'full' })
  expect(page.page.data.question).toBeNull()
})

test('an approved pass can be taken back; who decided is named', async () => {
  await page.tap(t.lists.approved)
  expect(page.text()).toContain('到访过 1 次 · 吴芳 审批')
  await page.tap(t.takeBack)
  expect(page.text()).toContain(t.takeBackHead)
})

test('a colleague who was faster: the list is read again, and it is said', async () => {
  phone.answers['visitor.decide'] = refused('visit_decided')
  phone.answers['visitor.list'] = ok({ now: 0, visits: [other] })
  await tapOn('onApprove', { id: 'a'.repeat(64) })
  expect(page.text()).toContain('这次预约刚刚有了变化')
  expect(page.page.data.rows).toHaveLength(1)
})

test('nobody waits; and a list that cannot be read can be tried again', async () => {
  phone.answers['visitor.list'] = ok({ now: 0, visits: [] })
  await page.page.load()
  await page.settle()
  expect(page.text()).toContain(t.none.waiting)
  phone.answers['visitor.list'] = refused('no_answer')
  await page.page.load()
  await page.settle()
  expect(page.page.data.state).toBe('error')
})
