import { instantAt } from '../../../domain/time/shanghai'
import { findPoint } from '../../../domain/university'
import {
  canCancel,
  decideRequest,
  keptFrom,
  settledBefore,
  takenAfterCancelling,
  type VisitorStanding,
  visitWindow,
} from '../../../domain/visitor/rules'

const NOW = instantAt('2027-03-02', '09:00')
const policies = { visitDaysAhead: 14, visitsPerMonth: 2, visitsByRule: 1 }
const gate = findPoint('gate-east')
const request = { day: '2027-03-05', point: gate, reason: 'campus' as const, note: '' }
const marks = { noShows: 0, overstays: 0 }
const visitor = { standing: 'known' as VisitorStanding, taken: [] as string[], sameDay: null, marks }
const asked = (fields: object = {}, who: object = {}, rules: object = {}, now = NOW) =>
  decideRequest({ ...request, ...fields }, { ...visitor, ...who }, { ...policies, ...rules }, now)

describe('asking', () => {
  test('the first visits of a month are approved by rule, further ones wait for staff', () => {
    expect(asked()).toEqual({ ok: true, value: 'approved' })
    expect(asked({}, { taken: ['2027-03-03'] })).toEqual({ ok: true, value: 'waiting' })
  })

  test('a policy of none by rule sends everybody to staff', () => {
    expect(asked({}, {}, { visitsByRule: 0 })).toEqual({ ok: true, value: 'waiting' })
  })

  test.each([
    [{ noShows: 1, overstays: 0 }, 'approved'],
    [{ noShows: 2, overstays: 0 }, 'waiting'],
    [{ noShows: 0, overstays: 1 }, 'waiting'],
  ])('earlier visits that went otherwise, %j: %s', (marked, state) => {
    expect(asked({}, { marks: marked })).toEqual({ ok: true, value: state })
  })

  test('a doubtful person waits for staff, whatever the rule', () => {
    expect(asked({}, { standing: 'doubtful' })).toEqual({ ok: true, value: 'waiting' })
  })

  test.each([
    ['visit_holds_card', {}, { standing: 'holder' }],
    ['visit_not_known', {}, { standing: 'nobody' }],
    ['visit_gate', { point: undefined }, {}],
    ['visit_gate', { point: findPoint('canteen-1') }, {}],
    ['visit_note_missing', { reason: 'other' }, {}],
    ['visit_exists', {}, { sameDay: 'approved', taken: ['2027-03-05'] }],
    ['visit_exists', {}, { sameDay: 'waiting', taken: ['2027-03-05'] }],
  ])('%s', (code, fields, who) => {
    expect(asked(fields, who)).toEqual({ ok: false, code })
  })

  test('visit_exists: what staff refused is not asked for again', () => {
    expect(asked({}, { sameDay: 'refused' })).toEqual({ ok: false, code: 'visit_exists' })
  })

  test('a day that was cancelled can be asked for again and counts once', () => {
    expect(asked({}, { sameDay: 'cancelled', taken: ['2027-03-05'] })).toEqual({ ok: true, value: 'approved' })
  })

  test('visit_day: from today to so many days ahead', () => {
    const refused = { ok: false, code: 'visit_day', details: { from: '2027-03-02', to: '2027-03-16' } }
    expect(asked({ day: '2027-03-01' })).toEqual(refused)
    expect(asked({ day: '2027-03-17' })).toEqual(refused)
    expect(asked({ day: '2027-03-02' }).ok).toBe(true)
    expect(asked({ day: '2027-03-16' }).ok).toBe(true)
  })

  test('visit_limit: so many a month', () => {
    const taken = ['2027-03-03', '2027-03-04']
    expect(asked({}, { taken })).toEqual({ ok: false, code: 'visit_limit', details: { count: 2 } })
  })
})

test('after a gate has closed the earliest day is tomorrow', () => {
  const closed = instantAt('2027-03-02', '22:30')
  expect(visitWindow(closed - 1, 3, gate)).toEqual({ from: '2027-03-02', to: '2027-03-05' })
  expect(visitWindow(closed, 3, gate)).toEqual({ from: '2027-03-03', to: '2027-03-05' })
})

test('cancelling gives the visit back before its day, not on it', () => {
  const taken = ['2027-03-03', '2027-03-02']
  expect(takenAfterCancelling(taken, '2027-03-03', NOW)).toEqual(['2027-03-02'])
  expect(takenAfterCancelling(taken, '2027-03-02', NOW)).toEqual(taken)
})

test.each([
  ['waiting', '2027-03-02', true],
  ['approved', '2027-03-02', true],
  ['approved', '2027-03-01', false],
  ['refused', '2027-03-02', false],
  ['cancelled', '2027-03-02', false],
] as const)('a visit that is %s, of %s, can be cancelled: %s', (state, day, can) => {
  expect(canCancel({ state, day }, NOW)).toBe(can)
})

test('a visit is settled when its scans have had a whole day to arrive', () => {
  expect(settledBefore(NOW)).toBe('2027-03-01')
  expect(keptFrom(NOW)).toBe('2026-09-03')
})
