/** Template messages of the official account: to whoever has bound the card, once, and by SMS when WeChat will not carry them. */
import { LEASE } from '../../../domain/notifications/delivery'
import { addDays, dayOf, HOUR, startOf } from '../../../domain/time/shanghai'
import { university } from '../../../domain/university'
import { CUT_OFF, MONDAY, NEXT_THURSDAY, testCloud } from '../harness/cloud'
import { activated, type CardPhone, FRIDAY_MORNING } from '../harness/gate'
import { APPROVE, apply, close, decide, openOffice } from '../harness/office'
import { officialOf } from '../harness/official'
import { person } from '../harness/people'

const ecard = testCloud()
const MINUTE = 60_000
const { renewal_due, review_result } = university.officialTemplates
const faults = () => ecard.cloud.world.faults
let phones: CardPhone[] = []
const who = (index: number) => phones[index]!.who
const received = (index: number) => ecard.texts(who(index).openid).map(({ template }) => template)
const smsOf = (index: number) => ecard.texts(who(index).phone).map(({ template }) => template)
const reminders = (index: number) => {
  const [{ _id: number }] = ecard.records('cards').filter(({ openid }) => openid === who(index).openid)
  return ecard.records('outbox').filter(({ _id }) => _id.startsWith(`renewal_due:${number}`))
}

/** The card ends in so many days; the timer writes the reminder, and it leaves. */
async function remind(index: number, days: number) {
  await write(index, days)
  await ecard.dispatch()
}

async function write(index: number, days: number) {
  const { _id } = ecard.records('cards').find(({ openid }) => openid === who(index).openid)
  await ecard.setRecord('cards', _id, { validUntil: addDays(dayOf(ecard.now), days) })
  const counter = ecard.records('counters').find((each) => each._id === 'renewal')
  if (counter) {
    await ecard.setRecord('counters', 'renewal', { next: counter.next - 1, after: '' })
  }
  await ecard.cloud.controls.fireTimer('renewal')
}

beforeAll(async () => {
  await openOffice(ecard)
  phones = await activated(ecard, 7)
  for (const { who: holder } of phones.slice(1)) {
    await officialOf(ecard).follow(holder.openid)
    await ecard.value(holder.openid, 'binding', 'status')
  }
  await ecard.moveTo(startOf(dayOf(FRIDAY_MORNING)) + 10 * HOUR)
}, 120_000)

test('who has bound the card reads the reminder there, with a way to the card, and gets no SMS', async () => {
  const before = smsOf(1)
  await remind(1, 14)
  expect(received(1)).toEqual([renewal_due.id])
  const [message] = ecard.texts(who(1).openid) as any[]
  expect(message.params.miniprogram).toEqual({ appid: 'wx0000000000000001', pagepath: 'pages/home/home' })
  expect(smsOf(1)).toEqual(before)
  expect(reminders(1)).toMatchObject([{ channel: 'official', state: 'sent', uncertain: false }])
})

test('who does not follow gets the SMS', async () => {
  await remind(0, 14)
  expect(received(0)).toEqual([])
  expect(smsOf(0).at(-1)).toBe('renewal_due.zh')
})

test('who has just left the account gets the SMS, also when the event of leaving is still on its way', async () => {
  officialOf(ecard).followers.unfollow(who(2).openid)
  await remind(2, 14)
  await ecard.dispatch()
  expect(received(2)).toEqual([])
  expect(smsOf(2).at(-1)).toBe('renewal_due.zh')
})

test('who has unbound the card is not written to by the account', async () => {
  await ecard.value(who(3).openid, 'binding', 'unbind')
  await remind(3, 14)
  expect(received(3)).toEqual([])
  expect(smsOf(3).at(-1)).toBe('renewal_due.zh')
})

test('a connection that breaks after WeChat accepted: asked again, marked uncertain, read once', async () => {
  faults().plan('official', { kind: 'drop' }, 1)
  await write(4, 14)
  await ecard.dispatch()
  expect(reminders(4)).toMatchObject([{ state: 'pending', uncertain: true, refusal: 'no_answer' }])
  await ecard.moveTo(ecard.now + 2 * MINUTE)
  await ecard.dispatch()
  expect(reminders(4)).toMatchObject([{ state: 'sent', uncertain: true }])
  expect(received(4)).toEqual([renewal_due.id])
})

test('a token that WeChat no longer takes is renewed, and nobody waits for a second attempt', async () => {
  officialOf(ecard).tokens.clear()
  await remind(5, 14)
  expect(reminders(5)).toMatchObject([{ state: 'sent', attempts: 1 }])
})

test('a template that the account may not use turns the message to SMS; "busy" is asked again', async () => {
  faults().plan('official', { kind: 'error', code: '40037' }, 1)
  await remind(6, 14)
  await ecard.dispatch()
  expect(smsOf(6).at(-1)).toBe('renewal_due.zh')
  faults().plan('official', { kind: 'error', code: '-1' }, 1)
  await write(5, 0)
  await ecard.dispatch()
  expect(reminders(5).filter(({ state }) => state === 'pending')).toMatchObject([{ channel: 'official', attempts: 1 }])
  await ecard.moveTo(ecard.now + 2 * MINUTE + LEASE)
  await ecard.dispatch()
  expect(received(5)).toEqual([renewal_due.id, renewal_due.id])
})

test('a result goes by SMS as promised, and beside it to the follower, whose consent is kept', async () => {
  const applicant = person(9)
  const monday = addDays(dayOf(MONDAY), 7)
  await ecard.moveTo(startOf(monday) + 9 * HOUR)
  const { id } = await apply(ecard, applicant)
  await ecard.cloud.world.database.insert('officialLinks', [
    { _id: 'oUnion', openid: applicant.openid, follower: 'unknown', boundAt: ecard.now, undone: false } as never,
  ])
  ecard.cloud.world.subscriptions.answer(applicant.openid, university.subscribeTemplates.review_result.id, true)
  await ecard.value(applicant.openid, 'notifications', 'agree', { templates: ['review_result'] })
  await officialOf(ecard).follow(applicant.openid)
  const { follower } = ecard
    .records('officialLinks')
    .find(({ follower: known, openid }) => openid === null && known !== null) as { follower: string }
  await ecard.setRecord('officialLinks', 'oUnion', { follower })
  await ecard.moveTo(CUT_OFF + 7 * 24 * HOUR)
  await decide(ecard, id, APPROVE)
  await close(ecard, false, NEXT_THURSDAY)
  await ecard.dispatch()
  expect(ecard.texts(applicant.phone).map(({ template }) => template)).toEqual(['review_approved.zh'])
  expect(ecard.texts(applicant.openid).map(({ template }) => template)).toEqual([review_result.id])
  expect(ecard.record('consents', `review_result:${applicant.openid}`)).toMatchObject({ left: 1 })
})
