/**
 * Visits: who may ask, every refusal, what staff decide, the month's limit under a crowd, and what becomes of a visit.
 */
import { addDays, dayOf, HOUR, startOf } from '../../../domain/time/shanghai'
import { settings } from '../harness/calendar'
import { MONDAY, testCloud } from '../harness/cloud'
import { ADMIN, apply, GUARD, openOffice, REVIEWER, saveSettings } from '../harness/office'
import { foreigner, person } from '../harness/people'
import { ask, asked, GATE, visit } from './visits'

const ecard = testCloud()
const TODAY = dayOf(MONDAY)
const day = (ahead: number) => addDays(TODAY, ahead)
const mine = (openid: string, fields: object = {}) => ecard.value(openid, 'visitor', 'mine', fields)
const staffDecide = (id: string, fields: object, by = REVIEWER) =>
  ecard.call(by, 'visitor', 'decide', { id, ...fields })
const [waiting, crowd, nagging, foreign] = [person(1), person(2), person(3), foreigner(4)]

test('registration_not_ready: nobody visits before the office opens the service', async () => {
  expect(await ask(ecard, waiting, day(1))).toEqual({ ok: false, code: 'registration_not_ready' })
  await openOffice(ecard)
})

test('visit_not_known: without an application nobody knows who comes', async () => {
  expect(await ask(ecard, waiting, day(1))).toEqual({ ok: false, code: 'visit_not_known' })
  expect(await mine(waiting.openid)).toMatchObject({ barred: 'visit_not_known', visits: [], link: '' })
})

test('an applicant who waits is approved at once, and only the phone that asked gets the pass', async () => {
  await apply(ecard, waiting)
  const { devicePublicKey } = visit(day(1))
  const granted = await asked(ecard, waiting, day(1))
  expect(granted).toMatchObject({
    state: 'approved',
    day: day(1),
    point: GATE,
    maskedName: '张*明',
    last4: waiting.form.document.number.slice(-4),
    canCancel: true,
    pass: { expires: day(1) },
  })
  expect((await mine(waiting.openid, { devicePublicKey })).visits[0].pass.expires).toBe(day(1))
  expect((await mine(waiting.openid, visitKeyOf(9))).visits[0].pass).toBeNull()
  expect((await mine(waiting.openid)).visits[0].pass).toBeNull()
  expect(JSON.stringify(ecard.records('visits'))).not.toContain(waiting.form.document.number)
  expect(JSON.stringify(ecard.records('visits'))).not.toContain('张小明')
})

const visitKeyOf = (seed: number) => ({ devicePublicKey: visit(day(1), {}, seed).devicePublicKey })

test.each([
  ['visit_exists', day(1), {}],
  ['visit_day', day(15), {}],
  ['visit_day', day(-1), {}],
  ['visit_gate', day(2), { point: 'library' }],
  ['visit_gate', day(2), { point: 'nowhere' }],
  ['visit_note_missing', day(2), { reason: 'other', note: ' ' }],
  ['bad_request', '2027-02-30', {}],
  ['bad_request', day(2), { devicePublicKey: '00'.repeat(32) }],
])('%s on %s with %j', async (code, on, fields) => {
  expect(await ask(ecard, waiting, on, fields)).toMatchObject({ ok: false, code })
})

test('visit_limit: two a month; one that is cancelled before its day does not count', async () => {
  const second = await asked(ecard, waiting, day(2))
  expect(await ask(ecard, waiting, day(3))).toEqual({ ok: false, code: 'visit_limit', details: { count: 2 } })
  const cancelled = await ecard.value(waiting.openid, 'visitor', 'cancel', { id: second.id })
  expect(cancelled.visit).toMatchObject({ state: 'cancelled', canCancel: false, pass: null })
  expect((await ask(ecard, waiting, day(2))).value.visit.state).toBe('approved')
})

test('visit_unknown: nobody cancels the visit of another', async () => {
  const { id } = (await mine(waiting.openid)).visits[0]
  expect(await ecard.call('o-stranger', 'visitor', 'cancel', { id })).toEqual({ ok: false, code: 'visit_unknown' })
  expect(ecard.record('visits', id).state).toBe('approved')
})

test('twenty requests at once for one day and for many days: one a day, two a month, each with one pass', async () => {
  await apply(ecard, crowd)
  const before = ecard.records('bindings').length
  const days = [...Array(5).fill(day(4)), day(5), day(6), day(7), day(8), day(9)]
  const replies = await Promise.all(days.map((on) => ask(ecard, crowd, on)))
  const granted = replies.filter(({ ok }) => ok)
  const refused = replies.filter(({ ok }) => !ok).map(({ code }) => code)
  expect([1, 2]).toContain(granted.length)
  expect(refused.every((code) => ['visit_exists', 'visit_limit', 'busy'].includes(code as string))).toBe(true)
  const stored = ecard.records('visits').filter(({ openid }) => openid === crowd.openid)
  expect(stored).toHaveLength(granted.length)
  expect(ecard.records('bindings').length - before).toBe(granted.length)
})

test('visit_attempts: asking and cancelling all day comes to an end', async () => {
  await apply(ecard, nagging)
  for (let round = 0; round < 10; round += 1) {
    const { id } = await asked(ecard, nagging, day(1))
    await ecard.value(nagging.openid, 'visitor', 'cancel', { id })
  }
  expect(await ask(ecard, nagging, day(1))).toEqual({
    ok: false,
    code: 'visit_attempts',
    details: { from: day(1) },
  })
})

describe('staff', () => {
  let id = ''
  beforeAll(async () => {
    await saveSettings(ecard, { ...settings, visitsByRule: 0 })
    await apply(ecard, foreign, 'en')
  })

  test('by policy decide about every visit: the visitor waits, and has no pass', async () => {
    const reply = await ecard.value(foreign.openid, 'visitor', 'ask', visit(day(3), { language: 'en' }))
    expect(reply.visit).toMatchObject({ state: 'waiting', pass: null })
    id = reply.visit.id
    const { visits } = await ecard.value(REVIEWER, 'visitor', 'list', { list: 'waiting' })
    expect(visits).toMatchObject([{ id, day: day(3), maskedName: 'A.O.', came: 0, noShows: 0 }])
    expect(JSON.stringify(visits)).not.toContain('Okafor')
  })

  test('visit_reason_missing: a refusal says why', async () => {
    expect(await staffDecide(id, { kind: 'refuse' })).toEqual({ ok: false, code: 'visit_reason_missing' })
  })

  test('two at once: one approves, the other is told; one pass, one message, one entry', async () => {
    const replies = await Promise.all([
      staffDecide(id, { kind: 'approve' }),
      staffDecide(id, { kind: 'approve' }, ADMIN),
    ])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'visit_decided' })
    expect(ecard.records('audit').filter(({ action }) => action === 'visitor.decide')).toHaveLength(1)
    await ecard.dispatch()
    const texts = ecard.texts(foreign.phone).filter(({ template }) => template.startsWith('visit_'))
    expect(texts.map(({ text }) => text)).toEqual([
      `Your visit on ${day(3)} is approved. Enter by the East Gate: show the day pass in the mini program together with your ID document.`,
    ])
    const [own] = (await mine(foreign.openid, visitKeyOf(1))).visits
    expect(own).toMatchObject({ state: 'approved', pass: { expires: day(3) } })
  })

  test('take an approved visit back: the pass ends, the visitor reads why, the day is not asked for again', async () => {
    const { serial } = ecard.record('visits', id)
    expect((await staffDecide(id, { kind: 'refuse', reason: 'campus_closed' })).ok).toBe(true)
    expect(ecard.record('bindings', String(serial))).toMatchObject({ state: 'replaced', listed: 'revoked' })
    const [own] = (await mine(foreign.openid, visitKeyOf(1))).visits
    expect(own).toMatchObject({ state: 'refused', refusal: { reason: 'campus_closed', note: '' }, pass: null })
    await ecard.dispatch()
    expect(ecard.texts(foreign.phone).at(-1)?.text).toContain('the campus is closed to visitors that day')
    expect(await ask(ecard, foreign, day(3))).toEqual({ ok: false, code: 'visit_exists' })
    expect((await ask(ecard, foreign, day(4))).value.visit.state).toBe('waiting')
  })

  test('visit_unknown, visit_decided: nothing there, or cancelled meanwhile', async () => {
    expect(await staffDecide('0'.repeat(32), { kind: 'approve' })).toEqual({ ok: false, code: 'visit_unknown' })
    const { visits } = await mine(foreign.openid)
    const open = visits.find(({ state }: { state: string }) => state === 'waiting')
    await ecard.value(foreign.openid, 'visitor', 'cancel', { id: open.id })
    expect(await staffDecide(open.id, { kind: 'approve' })).toEqual({ ok: false, code: 'visit_decided' })
  })

  test('guards and alumni neither see nor decide', async () => {
    for (const openid of [GUARD, foreign.openid]) {
      expect(await ecard.call(openid, 'visitor', 'list', { list: 'waiting' })).toEqual({
        ok: false,
        code: 'not_allowed',
      })
      expect(await staffDecide(id, { kind: 'approve' }, openid)).toEqual({ ok: false, code: 'not_allowed' })
    }
  })
})

test('after the day: came or did not come, from the scans, once they had a day to arrive', async () => {
  const visits = ecard
    .records('visits')
    .filter(({ openid, state }) => openid === waiting.openid && state === 'approved')
  const [absent, came] = visits.sort((one, other) => (one.day < other.day ? -1 : 1))
  const at = startOf(came.day) + 9 * HOUR
  const scan = { id: 'a'.repeat(32), at, point: GATE, verdict: 'admitted', serial: came.serial, step: 1, online: false }
  await ecard.moveTo(startOf(addDays(absent.day, 1)) + HOUR)
  expect(ecard.record('visits', absent._id).outcome).toBe('open')
  await ecard.value(GUARD, 'gate', 'record', { scans: [scan] })
  await ecard.moveTo(startOf(addDays(came.day, 2)) + HOUR)
  expect(ecard.record('visits', came._id).outcome).toBe('came')
  expect(ecard.record('visits', absent._id).outcome).toBe('no_show')
  const cancelled = ecard.records('visits').find(({ openid }) => openid === nagging.openid)
  expect(cancelled.outcome).toBe('none')
})

test('half a year later nothing is left of it; until then it is', async () => {
  await ecard.moveTo(startOf(addDays(day(1), 180)) + HOUR)
  expect(ecard.records('visits').length).toBeGreaterThan(0)
  await ecard.moveTo(startOf(addDays(day(9), 215)))
  expect(ecard.records('visits')).toEqual([])
  expect(ecard.records('visitMonths')).toEqual([])
})
