/** The settings: what a change would do, saving it, two admins at once, public holidays, each refusal by name. */
import { instantAt } from '../../../domain/time/shanghai'
import { settings } from '../harness/calendar'
import { CUT_OFF, NEXT_THURSDAY, THURSDAY, testCloud } from '../harness/cloud'
import { ADMIN, APPROVE, apply, close, decide, openOffice, saveSettings } from '../harness/office'
import { person } from '../harness/people'

const ecard = testCloud()
const call = (action: string, fields: object) => ecard.call(ADMIN, 'office', action, fields)
const read = () => ecard.value(ADMIN, 'office', 'readSettings')
const holiday = { from: THURSDAY, to: THURSDAY, reason: 'holiday' as const }
const hours = { sendingHours: { from: '08:00', until: '22:00' } }

beforeAll(() => openOffice(ecard))

test('settings_invalid: a closure that ends before it begins, and a day that does not exist', async () => {
  const closures = [
    { from: '2027-07-10', to: '2027-07-01', reason: 'vacation' },
    { from: '2027-02-30', to: '2027-03-01', reason: 'holiday' },
  ]
  const invalid = { ok: false, code: 'settings_invalid', details: { 'closures.0': 'order', 'closures.1': 'day' } }
  expect(await call('writeSettings', { settings: { ...settings, closures }, version: 1 })).toEqual(invalid)
  expect(await call('previewSettings', { calendar: { closures, cutOff: '12:00' } })).toEqual(invalid)
})

test('a policy outside its bounds is no request', async () => {
  for (const wrong of [{ validityYears: 0 }, { companions: 2.5 }, { maxListAgeHours: 1000 }, { unknown: 1 }]) {
    const reply = await call('writeSettings', { settings: { ...settings, ...wrong }, version: 1 })
    expect(reply.code).toBe('bad_request')
  }
})

test('before saving: the review days that fall away, the next review, and how many move; nothing is changed', async () => {
  const { id } = await apply(ecard, person(1))
  await apply(ecard, person(2))
  const { value } = await call('previewSettings', { calendar: { closures: [holiday], cutOff: '12:00' } })
  expect(value).toEqual({
    lost: [THURSDAY],
    gained: [],
    before: { day: THURSDAY, cutOff: CUT_OFF },
    after: { day: NEXT_THURSDAY, cutOff: instantAt(NEXT_THURSDAY, '12:00') },
    moving: 2,
  })
  expect(ecard.record('applications', id).round).toBe(THURSDAY)
  const forYears = [{ from: '2027-01-01', to: '2032-12-31', reason: 'vacation' }]
  const none = await call('previewSettings', { calendar: { closures: forYears, cutOff: '12:00' } })
  expect(none.value).toMatchObject({ after: null, moving: 2 })
})

test('a holiday on Thursday moves those who wait to the next review, and back again', async () => {
  const [application] = ecard.records('applications')
  expect(await saveSettings(ecard, { ...settings, closures: [holiday] })).toMatchObject({ moved: 2 })
  const moved = () => ecard.record('applications', application._id)
  expect(moved()).toMatchObject({ round: NEXT_THURSDAY, reviewFrom: instantAt(NEXT_THURSDAY, '12:00') })
  await saveSettings(ecard, { ...settings, cutOff: '11:00' })
  expect(moved()).toMatchObject({ round: THURSDAY, reviewFrom: instantAt(THURSDAY, '11:00') })
  await saveSettings(ecard, settings)
})

test('the timer moves whom a lost second half of saving left behind', async () => {
  const [application] = ecard.records('applications')
  await ecard.setRecord('applications', application._id, {
    round: NEXT_THURSDAY,
    reviewFrom: instantAt(NEXT_THURSDAY, '12:00'),
  })
  await ecard.cloud.controls.fireTimer('review')
  expect(ecard.record('applications', application._id)).toMatchObject({ round: THURSDAY, reviewFrom: CUT_OFF })
})

test('settings_changed: of two who read the same, the second is told, and nothing of the first is lost', async () => {
  const { version } = await read()
  const first = { ...settings, ...hours, validityYears: 3 }
  const replies = await Promise.all([
    call('writeSettings', { settings: first, version }),
    call('writeSettings', { settings: { ...settings, ...hours, companions: 1 }, version }),
  ])
  expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(replies.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'settings_changed' })
  expect((await read()).version).toBe(version + 1)
  expect(await call('writeSettings', { settings: first, version })).toEqual({ ok: false, code: 'settings_changed' })
  await saveSettings(ecard, { ...settings, ...hours })
})

test('holidays: as announced, else as the law gives them; with the review days in them', async () => {
  const announced = (await call('holidays', { year: 2026 })).value
  expect(announced.announced).toBe(true)
  expect(announced.holidays).toContainEqual({
    from: '2026-10-01',
    to: '2026-10-07',
    name: { zh: '国庆节', en: 'National Day' },
    reviews: ['2026-10-01'],
  })
  const byLaw = (await call('holidays', { year: 2031 })).value
  expect(byLaw.announced).toBe(false)
  // 2031: New Year of the lunar calendar is 23 January, Dragon Boat 24 June, Mid-Autumn 1 October.
  expect(byLaw.holidays.map(({ from, to }: any) => [from, to])).toEqual(
    expect.arrayContaining([
      ['2031-01-01', '2031-01-01'],
      ['2031-01-22', '2031-01-25'],
      ['2031-04-05', '2031-04-05'],
      ['2031-06-24', '2031-06-24'],
      ['2031-10-01', '2031-10-01'],
      ['2031-10-01', '2031-10-03'],
    ]),
  )
  expect(byLaw.holidays).toHaveLength(7)
})

test('settings_round_closing: the round that is being closed cannot be taken away', async () => {
  await ecard.moveTo(CUT_OFF)
  const ids = ecard.records('applications').map(({ _id }) => _id)
  for (const id of ids) {
    await decide(ecard, id, APPROVE)
  }
  const { phoneSealed } = ecard.record('applications', ids[0]!)
  await ecard.setRecord('applications', ids[0]!, { phoneSealed: 'damaged' })
  await close(ecard)
  const { version } = await read()
  expect(await call('writeSettings', { settings: { ...settings, closures: [holiday] }, version })).toEqual({
    ok: false,
    code: 'settings_round_closing',
    details: { round: THURSDAY },
  })
  await ecard.setRecord('applications', ids[0]!, { phoneSealed })
  expect((await close(ecard)).value.done).toBe(true)
  await saveSettings(ecard, { ...settings, closures: [holiday] })
})
