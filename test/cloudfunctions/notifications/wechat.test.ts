/**
 * WeChat subscribe messages: beside the text message or instead of it, one for each consent, and nobody goes without.
 */
import { addDays, startOf } from '../../../domain/time/shanghai'
import { university } from '../../../domain/university'
import { CUT_OFF, NEXT_THURSDAY, THURSDAY, testCloud } from '../harness/cloud'
import { APPROVE, apply, close, decide, openOffice, REJECT } from '../harness/office'
import { foreigner, type Person, person } from '../harness/people'

const ecard = testCloud()
const { review_result, activation_open, registration_open } = university.subscribeTemplates
const MINUTE = 60_000
const FRIDAY_MORNING = startOf(addDays(THURSDAY, 1)) + 9 * 60 * MINUTE

/** What WeChat showed this person, oldest first. */
const notices = (who: Person) => ecard.texts(who.openid)
const templates = (who: Person) => notices(who).map(({ template }) => template)
const smsOf = (who: Person) => ecard.texts(who.phone).map(({ template }) => template)
const consent = (who: Person, template: string) => ecard.record('consents', `${template}:${who.openid}`)

/** The person taps "allow" in WeChat's dialog, and the phone says so. */
async function agree(who: Person, names: (keyof typeof university.subscribeTemplates)[]) {
  for (const name of names) {
    ecard.cloud.world.subscriptions.answer(who.openid, university.subscribeTemplates[name].id, true)
  }
  await ecard.value(who.openid, 'notifications', 'agree', { templates: names })
}

const [both, smsOnly, liar, later] = [person(1), person(2), person(3), foreigner(4)]

beforeAll(async () => {
  await openOffice(ecard)
  const ids: string[] = []
  for (const who of [both, smsOnly, liar, later]) {
    ids.push((await apply(ecard, who, who === later ? 'en' : 'zh')).id)
  }
  await agree(both, ['review_result', 'activation_open'])
  await agree(later, ['review_result'])
  // A phone that only says so: WeChat knows of no consent.
  await ecard.value(liar.openid, 'notifications', 'agree', { templates: ['review_result'] })
  await ecard.moveTo(CUT_OFF)
  for (const [index, id] of ids.entries()) {
    await decide(ecard, id, index === 3 ? REJECT : APPROVE)
  }
  await close(ecard)
  await ecard.dispatch()
})

test('who agreed hears the result by WeChat and by SMS, everybody else by SMS', () => {
  expect(templates(both)).toEqual([review_result.id])
  expect(smsOf(both)).toEqual(['review_approved.zh'])
  expect(templates(smsOnly)).toEqual([])
  expect(smsOf(smsOnly)).toEqual(['review_approved.zh'])
})

test('the notice leads to the home page in the person’s language, with the card number', () => {
  const [notice] = notices(both) as any[]
  const [{ _id: number }] = ecard.records('cards').filter(({ openid }) => openid === both.openid)
  expect(notice.params).toMatchObject({ page: 'pages/home/home', lang: 'zh_CN' })
  expect(notice.text).toContain(number)
  const [rejected] = notices(later) as any[]
  expect(rejected.params.lang).toBe('en_US')
  expect(rejected.text).toContain('no record in the al')
})

test('a consent that WeChat does not know: the copy is dropped, the SMS is there, and nothing is left for staff', () => {
  expect(templates(liar)).toEqual([])
  expect(smsOf(liar)).toEqual(['review_approved.zh'])
  const [copy] = ecard.records('outbox').filter(({ refusal }) => refusal === 'wechat.43101')
  expect(copy).toMatchObject({ state: 'dropped', channel: 'wechat' })
  expect(consent(liar, 'review_result')).toMatchObject({ left: 0 })
})

test('one consent is one message', () => {
  expect(consent(both, 'review_result')).toMatchObject({ left: 0 })
  expect(consent(both, 'activation_open')).toMatchObject({ left: 1 })
})

test('more consents than anybody needs are not counted', async () => {
  for (let taps = 0; taps < 8; taps += 1) {
    await ecard.value(smsOnly.openid, 'notifications', 'agree', { templates: ['registration_open', 'review_result'] })
  }
  expect(consent(smsOnly, 'registration_open')).toMatchObject({ left: 5 })
})

test.each([
  ['a template that is not there', { templates: ['renewal'] }],
  ['four at once', { templates: Array(4).fill('review_result') }],
  ['none', { templates: [] }],
])('agreeing to %s is refused', async (_, fields) => {
  expect(await ecard.call('o-x', 'notifications', 'agree', fields)).toEqual({ ok: false, code: 'bad_request' })
})

test('the morning after, everybody whose card is ready is reminded once, by both ways or by one', async () => {
  await ecard.moveTo(FRIDAY_MORNING)
  await ecard.dispatch()
  await ecard.dispatch()
  expect(templates(both)).toEqual([review_result.id, activation_open.id])
  for (const who of [both, smsOnly, liar]) {
    expect(smsOf(who)).toEqual(['review_approved.zh', 'activation_open.zh'])
  }
  expect(smsOf(later)).toEqual(['review_rejected.en'])
})

describe('instead of a text message', () => {
  const [byWechat, blocked, busy] = [person(11), person(12), person(13)]
  const wish = (who: Person, phone: string) =>
    ecard.value(who.openid, 'notifications', 'wish', { agreed: true, phone, language: 'zh' })

  beforeAll(async () => {
    await ecard.moveTo(CUT_OFF + 7 * 24 * 60 * MINUTE)
    for (const who of [byWechat, blocked, busy]) {
      ecard.cloud.world.subscriptions.answer(who.openid, registration_open.id, true)
      await wish(who, who.phone)
    }
    ecard.cloud.world.subscriptions.answer(blocked.openid, registration_open.id, false)
    await close(ecard, false, NEXT_THURSDAY)
    await ecard.dispatch()
    await ecard.dispatch()
  })

  test('who agreed hears by WeChat only', () => {
    expect(templates(byWechat)).toEqual([registration_open.id])
    expect(smsOf(byWechat)).toEqual([])
  })

  test('who took it back meanwhile hears by SMS', () => {
    expect(templates(blocked)).toEqual([])
    expect(smsOf(blocked)).toEqual(['registration_open.zh'])
    expect(ecard.texts(blocked.phone)[0]?.text).toContain('2027-03-18 12:00')
  })
})

test('WeChat that is busy is asked again; a template that it does not know turns to SMS', async () => {
  await ecard.moveTo(CUT_OFF + 14 * 24 * 60 * MINUTE)
  const who = person(21)
  ecard.cloud.world.subscriptions.answer(who.openid, registration_open.id, true)
  await ecard.value(who.openid, 'notifications', 'wish', { agreed: true, phone: who.phone, language: 'zh' })
  ecard.cloud.world.faults.plan('openapi', { kind: 'error', code: '-1' }, 1)
  ecard.cloud.world.faults.plan('openapi', { kind: 'error', code: '40037' }, 1)
  await close(ecard, false, '2027-03-18')
  await ecard.dispatch()
  const [message] = ecard.records('outbox').filter(({ refusal }) => refusal === 'wechat.-1')
  expect(message).toMatchObject({ state: 'pending', channel: 'wechat', attempts: 1 })
  ecard.cloud.controls.advanceClock(MINUTE)
  await ecard.dispatch()
  await ecard.dispatch()
  expect(smsOf(who)).toEqual(['registration_open.zh'])
  expect(ecard.record('outbox', message._id)).toMatchObject({ state: 'sent', channel: 'sms' })
})
