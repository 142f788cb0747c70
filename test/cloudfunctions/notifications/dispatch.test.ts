/**
 * Messages on their way: once each, retried when the provider fails, given up when it never will, uncertain when we
 * died.
 */
import { LEASE } from '../../../domain/notifications/delivery'
import { CUT_OFF, testCloud } from '../harness/cloud'
import { APPROVE, activation, apply, close, decide, issueTo, openOffice, REJECT } from '../harness/office'
import { person } from '../harness/people'

const ecard = testCloud()
const MINUTE = 60_000
const faults = () => ecard.cloud.world.faults

/** Puts one message into the outbox by sending a code; returns its key. */
async function write(n: number): Promise<string> {
  const before = new Set(ecard.records('outbox').map(({ _id }) => _id))
  await ecard.value(person(n).openid, 'activation', 'sendCode', { document: person(n).form.document, language: 'en' })
  return ecard.records('outbox').find(({ _id }) => !before.has(_id))._id
}
const dispatch = () => ecard.dispatch()
const later = (ms: number) => ecard.cloud.controls.advanceClock(ms)

beforeAll(async () => {
  await openOffice(ecard)
  await issueTo(
    ecard,
    Array.from({ length: 8 }, (_, n) => person(n + 1)),
  )
})

test('dispatchers at once, all awake: everybody hears once', async () => {
  await Promise.all(Array.from({ length: 4 }, dispatch)) // each of them has been started before it counts
  const people = [1, 2, 3, 4, 5]
  for (let round = 0; round < 4; round += 1) {
    await Promise.all(people.map(write))
  }
  await Promise.all(Array.from({ length: 4 }, dispatch))
  const codes = ecard.records('outbox').filter(({ event }) => event === 'phone_code')
  expect(codes).toHaveLength(20)
  for (const message of codes) {
    expect(message).toMatchObject({ state: 'sent', attempts: 1, uncertain: false, refusal: null })
  }
  for (const n of people) {
    const heard = ecard.texts(person(n).phone).filter(({ template }) => template === 'phone_code.en')
    expect(heard).toHaveLength(4)
    expect(heard[0]?.text).toContain('valid for 10 minutes')
  }
})

test('a provider that refuses for now is asked again after 1, 2, 4 … minutes, and six times in all', async () => {
  const { _id } = await activatedMessage(6)
  faults().plan('sms', { kind: 'error', code: 'LimitExceeded.DeliveryFrequencyLimit' }, 6)
  const waits = [0, 1, 2, 4, 8, 16]
  for (const [index, minutes] of waits.entries()) {
    await later(minutes * MINUTE)
    await dispatch()
    expect(ecard.record('outbox', _id)).toMatchObject({
      attempts: index + 1,
      state: index < 5 ? 'pending' : 'failed',
      refusal: 'LimitExceeded.DeliveryFrequencyLimit',
    })
  }
  faults().clear()
})

test('a refusal that will never change is not asked again', async () => {
  const { _id } = await activatedMessage(7)
  faults().plan('sms', { kind: 'error', code: 'FailedOperation.PhoneNumberInBlacklist' }, 1)
  await dispatch()
  expect(ecard.record('outbox', _id)).toMatchObject({ state: 'failed', attempts: 1 })
})

test('a code is not tried again once it would come too late', async () => {
  const id = await write(8)
  faults().plan('sms', { kind: 'error', code: 'InternalError' }, 10)
  for (const minutes of [0, 1, 2, 4]) {
    expect(ecard.record('outbox', id)).toMatchObject({ state: 'pending' })
    await later(minutes * MINUTE)
    await dispatch()
  }
  faults().clear()
  // Seven minutes old; the next attempt would be eight minutes later.
  expect(ecard.record('outbox', id)).toMatchObject({ state: 'failed', attempts: 4, refusal: 'InternalError' })
})

test('a code that lay too long is not sent at all', async () => {
  const id = await write(8)
  await ecard.setRecord('outbox', id, { goodUntil: ecard.now - 1 })
  await dispatch()
  expect(ecard.record('outbox', id)).toMatchObject({ state: 'failed', refusal: 'too_late' })
  expect(ecard.texts(person(8).phone).filter(({ template }) => template === 'phone_code.en')).toEqual([])
})

test('a connection that breaks after the provider accepted: sent again and marked uncertain, nobody goes without', async () => {
  const { _id } = await activatedMessage(8)
  faults().plan('sms', { kind: 'drop' }, 1)
  await dispatch()
  expect(ecard.record('outbox', _id)).toMatchObject({ state: 'pending', refusal: 'no_answer', uncertain: true })
  await later(MINUTE)
  await dispatch()
  expect(ecard.record('outbox', _id)).toMatchObject({ state: 'sent', attempts: 2, uncertain: true })
})

test('what a dead dispatcher held comes back after its lease and is marked uncertain', async () => {
  const { _id } = await activatedMessage(1)
  await ecard.setRecord('outbox', _id, { state: 'sending', attempts: 1, leaseUntil: ecard.now + LEASE })
  await dispatch()
  expect(ecard.record('outbox', _id)).toMatchObject({ state: 'sending', attempts: 1 })
  await later(LEASE + 1)
  await dispatch()
  expect(ecard.record('outbox', _id)).toMatchObject({ state: 'sent', attempts: 2, uncertain: true })
})

test('staff who review may ask for it, others not', async () => {
  expect(await ecard.call('o-reviewer', 'notifications', 'dispatch')).toMatchObject({ ok: true })
  for (const openid of ['o-guard', person(1).openid]) {
    expect(await ecard.call(openid, 'notifications', 'dispatch')).toEqual({ ok: false, code: 'not_allowed' })
  }
})

test('closing a round while the provider is down: everything else is done, the messages follow', async () => {
  const [one, two] = [person(30), person(31)]
  const ids = [(await apply(ecard, one)).id, (await apply(ecard, two)).id]
  await ecard.moveTo(CUT_OFF + 7 * 24 * 3_600_000)
  await decide(ecard, ids[0]!, APPROVE)
  await decide(ecard, ids[1]!, REJECT)
  faults().plan('sms', { kind: 'error', code: 'InternalError' }, 2)
  expect((await close(ecard, false, '2027-03-11')).value).toMatchObject({ done: true })
  expect(ecard.texts(one.phone)).toEqual([])
  await later(2 * MINUTE)
  await dispatch()
  expect([one, two].map(({ phone }) => ecard.texts(phone).length)).toEqual([1, 1])
})

/** The message of an activation, not yet sent. */
async function activatedMessage(n: number) {
  const tomorrow = CUT_OFF + 20 * 3_600_000
  if (ecard.now < tomorrow) {
    await ecard.moveTo(tomorrow)
  }
  const before = new Set(ecard.records('outbox').map(({ _id }) => _id))
  await ecard.value(person(n).openid, 'activation', 'activate', activation(ecard, person(n)))
  return ecard.records('outbox').find(({ _id }) => !before.has(_id))
}
