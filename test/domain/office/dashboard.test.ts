/** The dashboard adds up the figures of its period, and nothing outside it. */
import { dashboardOf, daysOf } from '../../../domain/office/dashboard'
import { type DayFigures, emptyDay } from '../../../domain/office/figures'

const NOON = Date.parse('2027-03-18T12:00:00+08:00') // a Thursday
const day = (fields: Partial<DayFigures>): DayFigures => ({ ...emptyDay(), ...fields })
const hours = (hour: number, count: number) => Array.from({ length: 24 }, (_, index) => (index === hour ? count : 0))
const round = (approved: number, reasons: NonNullable<DayFigures['round']>['reasons'] = []) => ({
  approved,
  returned: 2,
  rejected: 1,
  carriedOver: 3,
  reasons,
})

test('seven days end today', () => {
  expect(daysOf(7, NOON)).toEqual(['12', '13', '14', '15', '16', '17', '18'].map((date) => `2027-03-${date}`))
})

test.each([
  [7, 7, '2027-03-12', '2027-03-12'],
  [30, 30, '2027-02-17', '2027-02-17'],
  [90, 14, '2026-12-19', '2026-12-20'],
  [365, 13, '2026-03-19', '2026-03-31'],
] as const)('%d days are %d stretches, the first from %s to %s', (period, count, from, to) => {
  const { cards } = dashboardOf(period, new Map(), [], NOON)
  expect(cards).toHaveLength(count)
  expect(cards[0]).toMatchObject({ from, to })
  expect(cards[cards.length - 1]?.to).toBe('2027-03-18')
})

test('what lies before the period is left out', () => {
  const figures = new Map([
    ['2027-03-11', day({ issued: 100, activated: 100, round: round(9), verdicts: { forged: 9 } })],
    ['2027-03-12', day({ issued: 5, activated: 1 })],
    ['2027-03-18', day({ issued: 2, activated: 4, verdicts: { admitted: 7, list_stale: 1, forged: 2 } })],
  ])
  const { totals, rounds, refused } = dashboardOf(7, figures, [], NOON)
  expect(totals).toEqual({ issued: 7, activated: 5, scans: 10, admitted: 8 })
  expect(rounds).toEqual([])
  expect(refused).toEqual([{ verdict: 'forged', count: 2 }])
})

test('reasons of several rounds are added, the most frequent first; "other" of a return is not that of a rejection', () => {
  const figures = new Map([
    ['2027-03-11', day({ round: round(4, [{ kind: 'return', reason: 'other', count: 1 }]) })],
    [
      '2027-03-18',
      day({
        round: round(6, [
          { kind: 'return', reason: 'other', count: 2 },
          { kind: 'reject', reason: 'other', count: 1 },
          { kind: 'reject', reason: 'forged', count: 5 },
        ]),
      }),
    ],
  ])
  const { reasons, rounds } = dashboardOf(30, figures, [], NOON)
  expect(rounds.map(({ day: on, approved }) => [on, approved])).toEqual([
    ['2027-03-11', 4],
    ['2027-03-18', 6],
  ])
  expect(reasons.map(({ kind, reason, count }) => `${kind} ${reason} ${count}`)).toEqual([
    'reject forged 5',
    'return other 3',
    'reject other 1',
  ])
})

test('this week begins on Monday', () => {
  const figures = new Map([
    ['2027-03-14', day({ scans: { library: hours(9, 50) } })],
    ['2027-03-15', day({ scans: { library: hours(9, 3) } })],
    ['2027-03-18', day({ scans: { library: hours(9, 4), 'gate-east': hours(7, 1) } })],
  ])
  const { scans } = dashboardOf(7, figures, [], NOON)
  expect(scans.today).toEqual({ library: hours(9, 4), 'gate-east': hours(7, 1) })
  expect(scans.week).toEqual({ library: hours(9, 7), 'gate-east': hours(7, 1) })
})

test.each([
  [0, 0],
  [1, 1],
  [2, 1],
  [3, 2],
  [6, 2],
  [7, 3],
  [13, 3],
  [14, 4],
  [400, 4],
])('an application of %d whole days stands in group %d', (days, group) => {
  const { queue } = dashboardOf(7, new Map(), [{ days, count: 2 }], NOON)
  expect(queue.byAge.indexOf(2)).toBe(group)
  expect(queue).toMatchObject({ total: 2, oldestDays: days })
})

test('failed messages are those of the newest count, and its time is said', () => {
  const figures = new Map([
    ['2027-03-17', day({ countedAt: NOON - 1000, failedMessages: 3 })],
    ['2027-03-16', day({ countedAt: NOON - 900, failedMessages: 8 })],
    ['2027-03-18', day({ scans: { library: hours(1, 1) } })],
  ])
  expect(dashboardOf(7, figures, [], NOON)).toMatchObject({ failedMessages: 3, countedAt: NOON - 900 })
})

test('before the first count there is no time to say', () => {
  expect(dashboardOf(365, new Map(), [], NOON).countedAt).toBeNull()
})
