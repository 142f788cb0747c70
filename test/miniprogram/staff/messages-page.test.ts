import type { MessageView } from '../../../miniprogram/lib/domain'
import { words } from '../../../miniprogram/staff/words'
import { ok, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { at } from './cards'
import { StaffPhone } from './staff-phone'

const { messages: t } = words.zh
let phone: StaffPhone
let page: Rendered

const message = (changed: Partial<MessageView> = {}): MessageView => ({
  id: 'review_approved:a:2026-11-19',
  event: 'review_approved',
  channel: 'sms',
  phoneMasked: '+86 ··· 5678',
  state: 'failed',
  uncertain: false,
  attempts: 6,
  writtenAt: at('2026-11-19T16:40'),
  failure: { kind: 'number_blocked', code: 'FailedOperation.PhoneNumberInBlacklist' },
  canResend: true,
  ...changed,
})
const other = message({ id: 'phone_code:b', event: 'phone_code', canResend: false, attempts: 1 })
const kinds = [{ event: 'review_approved', count: 3 }]
const counts = { underway: 12, sent: 3204, failed: 2, uncertain: 1 }
const reply = (changed: object = {}) =>
  ok({ now: at('2026-11-19T17:00'), messages: [message(), other], after: null, counts, kinds, ...changed })

async function open(answer = reply()) {
  phone = new StaffPhone().install()
  phone.answers = { 'notifications.messages': answer }
  page = await openPage('staff/pages/messages/messages')
}
afterEach(() => page.detach())

test('says which message, to whom, and why it did not arrive, with what helps', async () => {
  await open()
  expect(page.text()).toContain(t.events.review_approved)
  expect(page.text()).toContain('+86 ··· 5678 · 短信 · 试了 6 次')
  expect(page.text()).toContain(t.failures.number_blocked)
  expect(page.text()).not.toContain('FailedOperation')
  for (const count of ['12', '3204', '2', '1']) {
    expect(page.text()).toContain(count)
  }
})

test('the provider’s own code is shown where somebody must look it up', async () => {
  const failure = { kind: 'provider', code: 'FailedOperation.InsufficientBalanceInSmsPackage' } as const
  await open(reply({ messages: [message({ failure })] }))
  expect(page.text()).toContain(`代码 ${failure.code}`)
})

test('what can no longer be sent says what to do instead', async () => {
  await open(reply({ messages: [other] }))
  expect(page.text()).toContain(t.tooOld)
  expect(page.text()).not.toContain(t.resend)
})

describe('sending again', () => {
  test('one: it leaves the list', async () => {
    await open()
    phone.answers['notifications.resend'] = ok({ message: message({ state: 'pending' }) })
    phone.answers['notifications.messages'] = reply({ messages: [other] })
    await page.tap(t.resend)
    expect(phone.asked('notifications', 'resend').map(({ data }) => data)).toEqual([{ id: message().id }])
    expect(page.page.data.rows.map(({ id }: { id: string }) => id)).toEqual([other.id])
    expect(phone.toasts).toEqual([t.resent])
  })

  test('one that a colleague sent meanwhile is no error', async () => {
    await open()
    phone.answers['notifications.resend'] = refused('message_not_failed')
    await page.tap(t.resend)
    expect(page.page.data.refusal).toBe('')
    expect(phone.asked('notifications', 'messages')).toHaveLength(2)
  })

  test('one that is too old is refused in words, and the list stays', async () => {
    await open()
    phone.answers['notifications.resend'] = refused('message_too_old')
    await page.tap(t.resend)
    expect(page.text()).toContain('这条消息已不能再发送')
    expect(page.page.data.rows).toHaveLength(2)
  })

  test('all of a kind: asks first, goes on until nothing is left', async () => {
    await open()
    const answers = [ok({ resent: 2, left: true }), ok({ resent: 1, left: false })]
    phone.answers['notifications.resendAll'] = () => answers.shift()!
    await page.tap(t.resendAll)
    expect(phone.asked('notifications', 'resendAll')).toEqual([])
    expect(page.text()).toContain('重发 3 条“审核结果：通过”？')
    await page.page.onResendAll()
    await page.settle()
    expect(phone.asked('notifications', 'resendAll').map(({ data }) => data)).toEqual([
      { event: 'review_approved' },
      { event: 'review_approved' },
    ])
    expect(phone.toasts).toEqual(['已放回 3 条'])
  })

  test('not now: nothing is sent', async () => {
    await open()
    await page.tap(t.resendAll)
    await page.tap(t.notNow)
    expect(phone.asked('notifications', 'resendAll')).toEqual([])
    expect(page.page.data.question).toBeNull()
  })

  test('all of a kind on a line that breaks: it says so and the list is read anew', async () => {
    await open()
    phone.answers['notifications.resendAll'] = refused('no_answer')
    await page.tap(t.resendAll)
    await page.page.onResendAll()
    await page.settle()
    expect(page.text()).toContain('暂时没有收到回应')
  })
})

test('uncertain ones are a list of their own that asks for nothing', async () => {
  await open()
  phone.answers['notifications.messages'] = ({ list }) =>
    reply({ messages: list === 'uncertain' ? [message({ state: 'sent', uncertain: true, canResend: false })] : [] })
  await page.tap(t.lists.uncertain)
  expect(page.text()).toContain(t.uncertainHint)
  expect(page.text()).toContain(t.states.sent)
  expect(page.text()).not.toContain(t.resend)
  expect(page.text()).not.toContain(t.kinds)
})

test('with nothing failed it says so', async () => {
  await open(reply({ messages: [], kinds: [] }))
  expect(page.text()).toContain(t.none.failed)
})

test('goes on where the page ended', async () => {
  await open(reply({ messages: [message()], after: 'cursor' }))
  expect(page.text()).toContain(t.more)
  phone.answers['notifications.messages'] = reply({ messages: [other] })
  await page.page.onReachBottom()
  await page.settle()
  expect(phone.asked('notifications', 'messages').map(({ data }) => data.after)).toEqual([null, 'cursor'])
  expect(page.page.data.rows).toHaveLength(2)
  expect(page.text()).toContain(t.end)
})

test('without an answer it can be tried again', async () => {
  await open(refused('no_answer') as never)
  expect(page.text()).toContain('暂时没有收到回应')
  phone.answers['notifications.messages'] = reply()
  await page.tap('重试')
  expect(page.page.data.rows).toHaveLength(2)
})
