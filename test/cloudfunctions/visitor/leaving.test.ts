/**
 * Visitors who are scanned on leaving: told when they ask, marked when they stay, and staff look at their next request.
 */
import { LEFT } from '../../../domain/gate/journal'
import { addDays, dayOf, HOUR, instantAt, startOf } from '../../../domain/time/shanghai'
import { settings } from '../harness/calendar'
import { MONDAY, testCloud } from '../harness/cloud'
import { apply, GUARD, openOffice, REVIEWER, saveSettings } from '../harness/office'
import { person } from '../harness/people'
import { ask, asked, GATE } from './visits'

const ecard = testCloud()
const [punctual, staying, absent, earlier] = [person(1), person(2), person(3), person(4)]
const TOMORROW = addDays(dayOf(MONDAY), 1)
const LIMIT = instantAt(TOMORROW, '23:00')
let scans = 0

/** A scan of a pass at the gate, as a guard's phone delivers it. */
async function scan(serial: number, at: number, how: 'scan' | 'leaving') {
  scans += 1
  const verdict = how === 'leaving' ? LEFT : 'admitted'
  const entry = {
    id: String(scans).padStart(32, '0'),
    at,
    point: GATE,
    verdict,
    serial,
    step: scans,
    online: false,
    how,
  }
  await ecard.value(GUARD, 'gate', 'record', { scans: [entry] })
}
const visitOf = (openid: string) => ecard.records('visits').find((visit) => visit.openid === openid)

beforeAll(async () => {
  await openOffice(ecard)
  for (const who of [punctual, staying, absent, earlier]) {
    await apply(ecard, who)
  }
  await asked(ecard, earlier, TOMORROW)
  await saveSettings(ecard, { ...settings, visitLeavingMinutes: 30 })
})

test('guards’ phones are told that visitors show their code on leaving', async () => {
  expect(await ecard.value(GUARD, 'gate', 'open', {})).toMatchObject({ visitorsLeave: true })
})

test('a visitor is told until when; who asked before is asked for nothing', async () => {
  expect(await asked(ecard, punctual, TOMORROW)).toMatchObject({ state: 'approved', leaveBy: LIMIT })
  await asked(ecard, staying, TOMORROW)
  await asked(ecard, absent, TOMORROW)
  const { visits } = await ecard.value(earlier.openid, 'visitor', 'mine', {})
  expect(visits).toMatchObject([{ day: TOMORROW, leaveBy: null }])
})

test('a visit that staff approve has its moment of leaving as well', async () => {
  await saveSettings(ecard, { ...settings, visitLeavingMinutes: 30, visitsByRule: 0 })
  const { visit } = (await ask(ecard, punctual, addDays(TOMORROW, 1))).value
  expect(visit).toMatchObject({ state: 'waiting', leaveBy: null })
  await ecard.value(REVIEWER, 'visitor', 'decide', { id: visit.id, kind: 'approve' })
  expect(ecard.record('visits', visit.id).leaveBy).toBe(instantAt(addDays(TOMORROW, 1), '23:00'))
  await saveSettings(ecard, { ...settings, visitLeavingMinutes: 30 })
})

test('two nights later: left in time, did not leave, did not come, was never asked', async () => {
  const morning = startOf(TOMORROW) + 9 * HOUR
  await ecard.moveTo(morning)
  for (const { openid } of [punctual, staying, earlier]) {
    await scan(visitOf(openid).serial, morning, 'scan')
  }
  await ecard.moveTo(LIMIT + HOUR)
  await scan(visitOf(punctual.openid).serial, LIMIT - 6 * HOUR, 'leaving')
  await scan(visitOf(staying.openid).serial, LIMIT + 1, 'leaving')
  await ecard.moveTo(startOf(addDays(TOMORROW, 2)) + HOUR)
  const outcomes = [punctual, staying, absent, earlier].map(({ openid }) => visitOf(openid).outcome)
  expect(outcomes).toEqual(['came', 'overstayed', 'no_show', 'came'])
})

test('staff see both marks, and nobody else', async () => {
  const { visits } = await ecard.value(REVIEWER, 'visitor', 'list', { list: 'marked' })
  expect(visits.map(({ outcome }: { outcome: string }) => outcome).sort()).toEqual(['no_show', 'overstayed'])
  expect(visits.find(({ outcome }: { outcome: string }) => outcome === 'overstayed')).toMatchObject({ overstays: 1 })
})

test('the next request of who stayed too long waits for staff, that of who missed one visit does not', async () => {
  const next = addDays(dayOf(ecard.now), 3)
  expect((await ask(ecard, staying, next)).value.visit.state).toBe('waiting')
  expect((await ask(ecard, absent, next)).value.visit.state).toBe('approved')
  const { visits } = await ecard.value(REVIEWER, 'visitor', 'list', { list: 'waiting' })
  expect(visits).toMatchObject([{ overstays: 1, came: 0, noShows: 0, outcome: 'open' }])
})

test('leaving is no visit to the campus in the figures', async () => {
  await ecard.moveTo(ecard.now + HOUR)
  const { scans: counted, verdicts } = ecard.record('figures', TOMORROW)
  expect(verdicts).toEqual({ admitted: 3 })
  expect(counted[GATE].reduce((sum: number, count: number) => sum + count, 0)).toBe(3)
})
