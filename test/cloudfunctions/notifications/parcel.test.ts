/** Many messages in one call to the provider, one of which it refuses: the others leave, that one is left to staff. */
import { PARCEL_LIMIT } from '../../../domain/notifications/parcels'
import { testCloud } from '../harness/cloud'
import { functionKeys } from '../harness/keys'
import { openOffice, REVIEWER } from '../harness/office'
import { person } from '../harness/people'

const ecard = testCloud()
const CROWD = PARCEL_LIMIT
const WRONG = 17
/** Too long for any number: the provider says so of this one alone. */
const WRONG_NUMBER = '+86138000000000000000'
const phone = (n: number) => (n === WRONG ? WRONG_NUMBER : person(n).phone)
const key = (n: number) => `activation_open:card-${n}`
const calls: string[] = []

beforeAll(async () => {
  await openOffice(ecard)
  Object.assign(process.env, functionKeys)
  const { outboxEntry } = await import('../../../cloudfunctions/_kit/outbox')
  const messages = Array.from({ length: CROWD }, (_, n) => {
    const message = { event: 'activation_open', subject: `card-${n}`, phone: phone(n), parameters: [] } as const
    const [id, record] = outboxEntry({ ...message, language: 'zh' }, ecard.now)
    return { _id: id, ...record }
  })
  await ecard.cloud.world.database.insert('outbox', messages)
  const { faults, scheduler } = ecard.cloud.world
  scheduler.watch([]) // one dispatcher only, so that they are one parcel
  const take = faults.take.bind(faults)
  faults.take = (target) => {
    calls.push(target)
    return take(target)
  }
  await ecard.dispatch()
})

test('they were one call, and everybody but one has heard once', () => {
  expect(calls).toEqual(['sms'])
  const heard = Array.from({ length: CROWD }, (_, n) => ecard.texts(phone(n)).length)
  expect(heard).toEqual(Array.from({ length: CROWD }, (_, n) => (n === WRONG ? 0 : 1)))
  const states = ecard.records('outbox').map(({ state, uncertain }) => `${state}${uncertain}`)
  expect(states.filter((state) => state === 'sentfalse')).toHaveLength(CROWD - 1)
})

test('the one is given up with its reason, is not asked again, and staff see it without its number', async () => {
  const refused = { state: 'failed', attempts: 1, refusal: 'InvalidParameterValue.IncorrectPhoneNumber' }
  expect(ecard.record('outbox', key(WRONG))).toMatchObject(refused)
  ecard.cloud.controls.advanceClock(60 * 60_000)
  await ecard.dispatch()
  expect(calls).toEqual(['sms'])
  const seen = await ecard.value(REVIEWER, 'notifications', 'messages', { list: 'failed' })
  expect(seen.messages).toEqual([
    expect.objectContaining({
      id: key(WRONG),
      failure: { kind: 'number_wrong', code: 'InvalidParameterValue.IncorrectPhoneNumber' },
      canResend: true,
    }),
  ])
  expect(JSON.stringify(seen)).not.toContain(WRONG_NUMBER)
})
