/** Reminders: each once, whatever the timer does; none for whoever has renewed or cannot be told. */
import { addDays, dayOf, HOUR, startOf } from '../../../domain/time/shanghai'
import { university } from '../../../domain/university'
import { THURSDAY, testCloud } from '../harness/cloud'
import { activation, issueTo, openOffice } from '../harness/office'
import { type Person, person } from '../harness/people'

const ecard = testCloud()
const people = Array.from({ length: 8 }, (_, n) => person(n + 1))
const [early, late, last, renewed, suspended, silent] = people as [Person, Person, Person, Person, Person, Person]
const [wechat, unwilling] = people.slice(6) as [Person, Person]
const tick = () => ecard.cloud.controls.fireTimer('renewal')
const cardOf = (holder: Person) => ecard.records('cards').find(({ openid }) => openid === holder.openid)
const written = () => ecard.records('outbox').filter(({ event }) => event === 'renewal_due')
const about = (holder: Person) => written().filter(({ _id }) => _id.includes(cardOf(holder)._id))
const today = () => dayOf(ecard.now)
const moveDays = (count: number) => ecard.moveTo(startOf(addDays(today(), count)) + 9 * HOUR)

async function endsIn(holder: Person, days: number, fields: object = {}) {
  await ecard.setRecord('cards', cardOf(holder)._id, { validUntil: addDays(today(), days), ...fields })
}

beforeAll(async () => {
  await openOffice(ecard)
  await issueTo(ecard, people)
  await ecard.moveTo(startOf(addDays(THURSDAY, 1)) + 9 * HOUR)
  for (const holder of people) {
    await ecard.value(holder.openid, 'activation', 'activate', activation(ecard, holder))
  }
  await tick()
  await endsIn(early, 61)
  await endsIn(late, 15)
  await endsIn(last, 1)
  await endsIn(renewed, 15)
  await endsIn(suspended, 15, { status: 'suspended' })
  await endsIn(silent, 15, { phoneSealed: '' })
  expect(written()).toHaveLength(0)
}, 120_000)

test('60 days, 14 days and the last day are told; doubled and simultaneous ticks write nothing twice', async () => {
  await ecard.value(renewed.openid, 'renewal', 'renew', activation(ecard, renewed))
  await moveDays(1)
  await Promise.all([tick(), tick(), tick()])
  await tick()
  const days = written().map(({ _id }) => _id.split(':').at(-1))
  expect(days.sort()).toEqual(['0', '14', '60'])
  for (const holder of [early, late, last]) {
    expect(about(holder)).toHaveLength(1)
  }
  await ecard.dispatch()
  expect(ecard.texts(late.phone).at(-1)).toMatchObject({
    template: 'renewal_due.zh',
    params: [cardOf(late)._id, cardOf(late).validUntil],
  })
})

describe('who agreed to hear it by WeChat', () => {
  const { id: template } = university.subscribeTemplates.renewal_due
  const smsOf = (holder: Person) => ecard.texts(holder.phone).filter(({ template: name }) => name === 'renewal_due.zh')
  const inWechat = (holder: Person) =>
    ecard.cloud.world.messages.list(0).filter(({ to, channel }) => to === holder.openid && channel === 'subscribe')
  const agree = (holder: Person) => ecard.value(holder.openid, 'notifications', 'agree', { templates: ['renewal_due'] })

  test('hears the next reminder there and the one after it by SMS: one consent is one message', async () => {
    await agree(wechat)
    ecard.cloud.world.subscriptions.answer(wechat.openid, template, true)
    await endsIn(wechat, 60)
    await remindAgain()
    expect(inWechat(wechat)).toHaveLength(1)
    expect(inWechat(wechat)[0]?.text).toContain('请续期')
    expect(smsOf(wechat)).toEqual([])
    await endsIn(wechat, 14)
    await remindAgain()
    expect(inWechat(wechat)).toHaveLength(1)
    expect(smsOf(wechat)).toHaveLength(1)
  })

  test('and took it back: WeChat refuses, and the SMS goes at once', async () => {
    await agree(unwilling)
    await endsIn(unwilling, 60)
    await remindAgain()
    expect(inWechat(unwilling)).toEqual([])
    expect(smsOf(unwilling)).toHaveLength(1)
    expect(about(unwilling)).toMatchObject([{ channel: 'sms', state: 'sent', refusal: null }])
  })

  /** Lets the timers run as if today's reminders had not been written yet. */
  async function remindAgain() {
    const { next } = ecard.record('counters', 'renewal')
    await ecard.setRecord('counters', 'renewal', { next: next - 1, after: '' })
    await tick()
    await ecard.dispatch()
    await ecard.dispatch()
  }
})

test('renewed, suspended and without a phone: none', () => {
  for (const holder of [renewed, suspended, silent]) {
    expect(about(holder)).toHaveLength(0)
  }
})

test('days on which nothing ran are made up for', async () => {
  await endsIn(early, 17)
  const counter = ecard.record('counters', 'renewal')
  await moveDays(8)
  await ecard.setRecord('counters', 'renewal', { next: counter.next, after: '' })
  await tick()
  expect(
    about(early)
      .map(({ _id }) => _id.split(':').at(-1))
      .sort(),
  ).toEqual(['14', '60'])
})

test('what was begun is gone on with after the card that was the last', async () => {
  await endsIn(early, 14)
  await endsIn(late, 14)
  const before = written().length
  const cards = [cardOf(early)._id, cardOf(late)._id].sort()
  const { next } = ecard.record('counters', 'renewal')
  await ecard.setRecord('counters', 'renewal', { next: next - 1, after: `14:${cards[0]}` })
  await tick()
  expect(
    written()
      .slice(before)
      .map(({ _id }) => _id.split(':')[1]),
  ).toEqual([cards[1]])
  expect(ecard.record('counters', 'renewal')).toMatchObject({ next, after: '' })
})
