/**
 * What staff see of messages that did not arrive, and sending them again: once, on record, and only while it makes
 * sense.
 */
import { addDays, startOf } from '../../../domain/time/shanghai'
import { CUT_OFF, THURSDAY, testCloud } from '../harness/cloud'
import { APPROVE, activation, apply, close, decide, GUARD, openOffice, REJECT, REVIEWER } from '../harness/office'
import { person } from '../harness/people'

const ecard = testCloud()
const people = Array.from({ length: 4 }, (_, n) => person(n + 1))
const faults = () => ecard.cloud.world.faults
const look = (fields: object = {}) => ecard.value(REVIEWER, 'notifications', 'messages', { list: 'failed', ...fields })
const resend = (id: string, by = REVIEWER) => ecard.call(by, 'notifications', 'resend', { id })
const audit = (action: string) => ecard.records('audit').filter((entry) => entry.action === `notifications.${action}`)
const DAY = 24 * 3_600_000

beforeAll(async () => {
  await openOffice(ecard)
  const ids: string[] = []
  for (const who of people) {
    ids.push((await apply(ecard, who)).id)
  }
  await ecard.moveTo(CUT_OFF)
  for (const [index, id] of ids.entries()) {
    await decide(ecard, id, index < 3 ? APPROVE : REJECT)
  }
  faults().plan('sms', { kind: 'error', code: 'FailedOperation.PhoneNumberInBlacklist' }, 4)
  await close(ecard)
  await ecard.dispatch()
})

test('failed ones with the reason, counts by state and by kind, and nothing that names a person', async () => {
  const { messages, counts, kinds, after } = await look()
  expect(counts).toEqual({ underway: 0, sent: 0, failed: 4, uncertain: 0 })
  expect(kinds).toEqual([
    { event: 'review_approved', count: 3 },
    { event: 'review_rejected', count: 1 },
  ])
  expect(after).toBeNull()
  expect(messages).toHaveLength(4)
  expect(messages[0]).toMatchObject({
    channel: 'sms',
    state: 'failed',
    attempts: 1,
    canResend: true,
    failure: { kind: 'number_blocked', code: 'FailedOperation.PhoneNumberInBlacklist' },
  })
  for (const { phone, openid } of people) {
    expect(JSON.stringify(messages)).not.toContain(phone.slice(3))
    expect(JSON.stringify(messages)).not.toContain(openid)
    expect(JSON.stringify(messages)).toContain(`+86 ··· ${phone.slice(-4)}`)
  }
})

test.each(['messages', 'resend', 'resendAll'])('%s is for those who review', async (action) => {
  const fields = { messages: { list: 'failed' }, resend: { id: 'a:b:c' }, resendAll: { event: 'review_rejected' } }
  for (const openid of [GUARD, people[0]!.openid]) {
    const reply = await ecard.call(openid, 'notifications', action, fields[action as keyof typeof fields])
    expect(reply).toEqual({ ok: false, code: 'not_allowed' })
  }
})

test('sending one again: it goes out once, with all its attempts before it, and it is on record', async () => {
  const { messages } = await look()
  const { id } = messages.find(({ event }: any) => event === 'review_rejected')
  const [first, second] = await Promise.all([resend(id), resend(id)])
  expect([first, second].filter(({ ok }) => ok)).toHaveLength(1)
  expect([first, second].find(({ ok }) => !ok)?.code).toBe('message_not_failed')
  await ecard.dispatch()
  expect(ecard.record('outbox', id)).toMatchObject({ state: 'sent', attempts: 1 })
  expect(ecard.texts(people[3]!.phone)).toHaveLength(1)
  expect(audit('resend')).toMatchObject([{ by: REVIEWER, subject: id, details: { event: 'review_rejected' } }])
})

test('sending all of a kind again leaves the others alone', async () => {
  faults().plan('sms', { kind: 'error', code: 'FailedOperation.PhoneNumberInBlacklist' }, 1)
  const call = () => ecard.value(REVIEWER, 'notifications', 'resendAll', { event: 'review_approved' })
  expect(await call()).toEqual({ resent: 3, left: false })
  await ecard.dispatch()
  const { counts } = await look()
  expect(counts).toMatchObject({ sent: 3, failed: 1 })
  expect(audit('resendAll')).toMatchObject([{ by: REVIEWER, subject: 'review_approved', details: { count: 3 } }])
})

test('pages by position', async () => {
  const { messages } = await look({
    after: `${
      ecard
        .records('outbox')
        .map(({ position }) => position)
        .sort()[0]
    }`,
  })
  expect(messages).toEqual([])
})

test('what is not there, what arrived, and what nobody needs any more', async () => {
  expect(await resend('review_approved:nobody:2027-03-04')).toEqual({ ok: false, code: 'message_unknown' })
  const [sent] = ecard.records('outbox').filter(({ state }) => state === 'sent')
  expect(await resend(sent._id)).toEqual({ ok: false, code: 'message_not_failed' })
  const [failed] = ecard.records('outbox').filter(({ state }) => state === 'failed')
  await ecard.setRecord('outbox', failed._id, { goodUntil: ecard.now })
  expect(await resend(failed._id)).toEqual({ ok: false, code: 'message_too_old' })
  const { messages } = await look()
  expect(messages[0].canResend).toBe(false)
  await ecard.setRecord('outbox', failed._id, { goodUntil: null })
})

test('uncertain ones are a list of their own', async () => {
  await ecard.moveTo(startOf(addDays(THURSDAY, 1)) + 9 * 3_600_000)
  await ecard.dispatch()
  const who = people[0]!
  await ecard.value(who.openid, 'activation', 'activate', activation(ecard, who))
  faults().plan('sms', { kind: 'drop' }, 1)
  await ecard.dispatch()
  ecard.cloud.controls.advanceClock(60_000)
  await ecard.dispatch()
  const { messages, counts } = await look({ list: 'uncertain' })
  expect(counts.uncertain).toBe(1)
  expect(messages).toMatchObject([{ event: 'card_activated', state: 'sent', uncertain: true, canResend: false }])
})

test('thirty days later the texts are gone, the keys are not; attempts are gone after two days', async () => {
  const before = ecard.records('outbox').length
  expect(ecard.records('attempts').length).toBeGreaterThan(0)
  await ecard.moveTo(ecard.now + 3 * DAY)
  await ecard.dispatch()
  expect(ecard.records('attempts')).toEqual([])
  expect(ecard.records('outbox').every(({ letter }) => letter !== null)).toBe(true)
  await ecard.moveTo(CUT_OFF + 32 * DAY)
  await ecard.dispatch()
  const records = ecard.records('outbox')
  expect(records).toHaveLength(before)
  expect(records.every(({ letter, phoneMasked }) => letter === null && phoneMasked === '')).toBe(true)
  const failed = records.find(({ state }) => state === 'failed')
  expect(await resend(failed._id)).toEqual({ ok: false, code: 'message_too_old' })
})
