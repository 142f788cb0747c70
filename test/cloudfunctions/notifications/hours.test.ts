/** When messages leave: not at night but for codes and alarms, and many at once when the words are the same. */
import { PARCEL_LIMIT } from '../../../domain/notifications/parcels'
import { addDays, instantAt, startOf } from '../../../domain/time/shanghai'
import { CUT_OFF, NEXT_THURSDAY, THURSDAY, testCloud } from '../harness/cloud'
import { functionKeys } from '../harness/keys'
import { ADMIN, APPROVE, activation, apply, close, decide, openOffice, saveSettings } from '../harness/office'
import { foreigner, type Person, person } from '../harness/people'

// Templates of numbers outside the mainland are registered separately.
const templates = { ...JSON.parse(functionKeys.SMS_TEMPLATES), 'activation_open.en.overseas': 'activation_open.zh' }
const ecard = testCloud({ ...functionKeys, SMS_TEMPLATES: JSON.stringify(templates) })
const told = (who: Person) => ecard.texts(who.phone).map(({ template }) => template)
const [local, abroad] = [person(1), foreigner(2)]
const FRIDAY = addDays(THURSDAY, 1)
const sendCode = (who: Person) =>
  ecard.value(who.openid, 'activation', 'sendCode', { document: who.form.document, language: 'zh' })

const wish = (who: Person) =>
  ecard.value(who.openid, 'notifications', 'wish', { agreed: false, phone: who.phone, language: 'zh' })

beforeAll(async () => {
  await openOffice(ecard)
  const ids = [(await apply(ecard, local)).id, (await apply(ecard, abroad, 'en')).id]
  await ecard.moveTo(instantAt(THURSDAY, '22:30'))
  for (const id of ids) {
    await decide(ecard, id, APPROVE)
  }
  await close(ecard)
  await ecard.dispatch()
})

test('a round closed at half past ten: overseas hears at once, the mainland in the morning', async () => {
  expect(told(abroad)).toEqual(['review_approved.en'])
  expect(told(local)).toEqual([])
  const [waiting] = ecard.records('outbox').filter(({ region }) => region === 'mainland')
  expect(waiting).toMatchObject({ state: 'pending', attempts: 0, nextAttemptAt: instantAt(FRIDAY, '08:00') })
})

test('a code is sent at night, too, and so is the alarm of an activation', async () => {
  await ecard.moveTo(startOf(FRIDAY) + 3_600_000)
  await sendCode(local)
  await ecard.dispatch()
  expect(told(local)).toEqual(['phone_code.zh'])
  await ecard.value(local.openid, 'activation', 'activate', activation(ecard, local))
  await ecard.dispatch()
  expect(told(local)).toEqual(['phone_code.zh', 'card_activated.zh'])
})

test('in the morning what waited leaves; who activated in the night is not told that they may', async () => {
  await ecard.moveTo(instantAt(FRIDAY, '07:59'))
  await ecard.dispatch()
  expect(told(local)).not.toContain('review_approved.zh')
  await ecard.moveTo(instantAt(FRIDAY, '08:00') + 1_000)
  await ecard.dispatch()
  expect(told(local)).toContain('review_approved.zh')
  expect(told(abroad)).toContain('activation_open.zh') // the one that is registered for overseas
})

test('the signature belongs to the mainland', () => {
  expect(ecard.texts(local.phone)[0]?.text).toMatch(/^【/)
  expect(ecard.texts(abroad.phone)[0]?.text).not.toMatch(/^【/)
})

test('other hours are a setting; hours that end before they begin are refused', async () => {
  const { settings } = await ecard.value(ADMIN, 'office', 'readSettings')
  expect(settings.sendingHours).toEqual({ from: '08:00', until: '22:00' })
  const write = async (sendingHours: object) => {
    const { version } = await ecard.value(ADMIN, 'office', 'readSettings')
    return ecard.call(ADMIN, 'office', 'writeSettings', { settings: { ...settings, sendingHours }, version })
  }
  expect(await write({ from: '21:00', until: '09:00' })).toEqual({ ok: false, code: 'bad_request' })
  expect((await write({ from: '09:00', until: '20:00' })).ok).toBe(true)
  // A page that knows nothing of the hours leaves them alone.
  const { sendingHours: _, ...rest } = settings
  await saveSettings(ecard, rest)
  expect((await ecard.value(ADMIN, 'office', 'readSettings')).settings.sendingHours.from).toBe('09:00')
  await write(settings.sendingHours)
})

describe('everybody who waits for registration to open', () => {
  const CROWD = PARCEL_LIMIT * 2 + 20
  const crowd = Array.from({ length: CROWD }, (_, n) => person(100 + n))

  beforeAll(async () => {
    await ecard.moveTo(CUT_OFF + 7 * 24 * 3_600_000)
    await Promise.all(crowd.map(wish))
    // One dispatcher only, so that the calls are as large as they can be.
    ecard.cloud.world.scheduler.watch([])
    await close(ecard, false, NEXT_THURSDAY)
    // The provider is down until every wish has become a message, so that all of them are due at once afterwards.
    const { faults } = ecard.cloud.world
    faults.plan('sms', { kind: 'error', code: 'InternalError' }, CROWD)
    while (ecard.records('wishes').length > 0) {
      await ecard.dispatch()
    }
    faults.clear()
    // One call to the provider fails, and with it every number in it.
    faults.plan('sms', { kind: 'error', code: 'LimitExceeded.DeliveryFrequencyLimit' }, 1)
    ecard.cloud.controls.advanceClock(20 * 60_000)
    await ecard.dispatch()
  }, 180_000)

  afterAll(() => {
    const { scheduler, directory } = ecard.cloud.world
    scheduler.watch(directory.timers())
    scheduler.start()
  })

  test('one call for many: a refused call is one parcel, the others have heard', () => {
    const waiting = ecard
      .records('outbox')
      .filter(({ event, state }) => event === 'registration_open' && state === 'pending')
    expect([20, PARCEL_LIMIT]).toContain(waiting.length)
    expect(crowd.filter((who) => told(who).length === 1)).toHaveLength(CROWD - waiting.length)
  })

  test('and after the back-off so has everybody, once', async () => {
    ecard.cloud.controls.advanceClock(20 * 60_000)
    await ecard.dispatch()
    expect(crowd.every((who) => told(who).length === 1)).toBe(true)
  })
})

test('a code among more than one batch: everybody hears once', async () => {
  await ecard.moveTo(CUT_OFF + 14 * 24 * 3_600_000)
  const many = Array.from({ length: 210 }, (_, n) => person(300 + n))
  await Promise.all(many.map(wish))
  await close(ecard, false, '2027-03-18')
  await sendCode(local)
  await ecard.dispatch()
  await ecard.dispatch()
  const all = ecard.cloud.world.messages.list(0)
  expect(many.every((who) => told(who).length === 1)).toBe(true)
  expect(all.filter(({ template }) => template === 'phone_code.zh')).toHaveLength(2)
}, 180_000)
