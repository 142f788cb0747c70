import { cardReasons, type OfficeCard, type SettableStatus } from '../../../miniprogram/lib/domain'
import { words } from '../../../miniprogram/staff/words'
import { ok, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { at, officeCard, scan } from './cards'
import { StaffPhone } from './staff-phone'

const { card: t, cardStatuses, cardReasons: names, sheet } = words.zh
const NUMBER = '8123456780'
let phone: StaffPhone
let page: Rendered

async function open(card: OfficeCard, query: Record<string, string> = { number: NUMBER }) {
  phone = new StaffPhone().install()
  phone.answers = {
    'office.card': ok({ card }),
    'office.setCardStatus': ({ status, reason, note = '' }) =>
      ok({ card: { ...card, status, change: { status, reason, note, at: at('2026-11-23T10:00'), by: '周敏' } } }),
  }
  page = await openPage('staff/pages/card/card', query)
}
afterEach(() => page.detach())

async function act(id: SettableStatus) {
  page.page.onAct({ currentTarget: { dataset: { id } } })
  await page.settle()
}
const changes = () => phone.asked('office', 'setCardStatus').map(({ data }) => data)

test('nothing is asked until a whole number is there', async () => {
  await open(officeCard(), {})
  expect(page.text()).toContain(t.hint)
  await page.send('wx-input', 0, 'input', { value: '81234' })
  await page.tap(t.find)
  expect(page.text()).toContain(t.numberMissing)
  expect(phone.asked('office', 'card')).toEqual([])
  await page.send('wx-input', 0, 'input', { value: '8123 456 780' })
  await page.tap(t.find)
  expect(phone.asked('office', 'card')[0]?.data).toEqual({ cardNumber: NUMBER })
})

test('says the state, whose it is (masked), since when, and where it was used', async () => {
  const scans = [scan({ companions: 2, how: 'look_up', online: false }), scan({ point: 'gone', verdict: 'revoked' })]
  await open(officeCard({ scans, openMarks: 3 }))
  for (const text of [
    '8123 456 780',
    '张*明',
    '0011',
    cardStatuses.active,
    '2028年11月19日',
    '东大门',
    words.zh.verdicts.admitted,
    '按卡号查 · 同行 2 人 · 离线',
    'gone',
    words.zh.verdicts.revoked,
    '3 条提醒还没有处理',
  ]) {
    expect(page.text()).toContain(text)
  }
  await page.tap('3 条提醒还没有处理')
  expect(phone.addresses).toEqual(['/staff/pages/marks/marks'])
})

test.each([
  ['issued', [t.changes.revoked.act]],
  ['active', [t.changes.revoked.act, t.changes.suspended.act]],
  ['suspended', [t.changes.revoked.act, t.changes.active.act]],
  ['revoked', []],
] as const)('a card that is %s offers %j', async (status, acts) => {
  await open(officeCard({ status }))
  expect(page.page.data.view.acts.map(({ name }: { name: string }) => name)).toEqual(acts)
})

describe.each(['suspended', 'revoked'] as const)('to make it %s', (status) => {
  test('takes a reason of its own list and one more yes', async () => {
    await open(officeCard())
    await act(status)
    expect(page.page.data.question.reasons.map(({ id }: { id: string }) => id)).toEqual(cardReasons[status])
    await page.tap(t.goOn)
    expect(page.text()).toContain(sheet.reasonMissing)
    await page.tap(names.misuse)
    await page.tap(t.goOn)
    expect(changes()).toEqual([])
    expect(page.page.data.confirming.title).toContain('张*明')
    expect(page.text()).toContain(t.changes[status].hint)
    page.page.onConfirm()
    await page.settle()
    expect(changes()).toEqual([{ cardNumber: NUMBER, status, reason: 'misuse' }])
    expect(page.page.data.view.statusName).toBe(cardStatuses[status])
    expect(page.text()).toContain(names.misuse)
    expect(phone.toasts).toEqual([t.done])
  })

  test('“other” needs a note; not now changes nothing', async () => {
    await open(officeCard())
    await act(status)
    await page.tap(names.other)
    await page.tap(t.goOn)
    expect(page.text()).toContain(sheet.noteMissing)
    await page.send('wx-textarea', 0, 'input', { value: ' 来电 ' })
    await page.tap(t.goOn)
    await page.tap(t.notNow)
    expect(changes()).toEqual([])
    expect(page.page.data.view.status).toBe('active')
  })
})

test('a suspended card is restored', async () => {
  await open(officeCard({ status: 'suspended' }))
  await act('active')
  await page.tap(names.resolved)
  await page.tap(t.goOn)
  page.page.onConfirm()
  await page.settle()
  expect(changes()).toEqual([{ cardNumber: NUMBER, status: 'active', reason: 'resolved' }])
})

test('a revoked card says that this is final, and who did it', async () => {
  const change = {
    status: 'revoked',
    reason: 'deceased',
    note: '家属来信',
    at: at('2026-11-23T10:00'),
    by: '周敏',
  } as const
  await open(officeCard({ status: 'revoked', change }))
  expect(page.text()).toContain(t.final)
  expect(page.text()).toContain('周敏于')
  expect(page.text()).toContain('家属来信')
})

test.each(['revocation_final', 'card_not_activated', 'no_answer'] as const)(
  '%s: the refusal is said and the card stays on the screen',
  async (code) => {
    await open(officeCard())
    phone.answers['office.setCardStatus'] = refused(code)
    await act('revoked')
    await page.tap(names.misuse)
    await page.tap(t.goOn)
    page.page.onConfirm()
    await page.settle()
    expect(page.page.data.refusal).toBe(code)
    expect(page.page.data.view.status).toBe('active')
  },
)

test('an unknown number has its sentence, and the number stays to be corrected', async () => {
  await open(officeCard(), {})
  phone.answers['office.card'] = refused('card_unknown')
  await page.send('wx-input', 0, 'input', { value: NUMBER })
  await page.tap(t.find)
  expect(page.text()).toContain('没有这个卡号')
  expect(page.page.data.number).toBe(NUMBER)
})
