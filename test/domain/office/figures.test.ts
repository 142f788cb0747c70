/** Figures of a day are what a count by hand says, however the scans are cut into deliveries. */
import fc from 'fast-check'
import { addScans, admissionsOf, countScans, emptyDay, type ScanFigures } from '../../../domain/office/figures'
import { verdictCodes } from '../../../domain/pass'
import { dayOf, timeOf } from '../../../domain/time/shanghai'
import { university } from '../../../domain/university'

const START = Date.parse('2027-03-01T00:00:00+08:00')
const WEEK = 7 * 24 * 3_600_000
const scan = fc.record({
  at: fc.integer({ min: START, max: START + WEEK }),
  receivedAt: fc.constant(START + 2 * WEEK),
  point: fc.constantFrom(...university.points.map(({ id }) => id)),
  verdict: fc.constantFrom(...verdictCodes),
  how: fc.constantFrom('scan' as const, 'look_up' as const),
})
const noon = (verdict: string, more = {}) => ({
  at: START + 12.5 * 3_600_000,
  receivedAt: START + WEEK,
  point: 'library',
  verdict,
  how: 'scan' as const,
  ...more,
})

test('counts are those of a count by hand, in deliveries of any size', () => {
  fc.assert(
    fc.property(fc.array(scan, { maxLength: 200 }), fc.integer({ min: 1, max: 50 }), (scans, size) => {
      const days = new Map<string, ScanFigures>()
      for (let from = 0; from < scans.length; from += size) {
        for (const [day, figures] of countScans(scans.slice(from, from + size))) {
          days.set(day, addScans(days.get(day) ?? emptyDay(), figures))
        }
      }
      for (const { at, point, verdict } of scans) {
        const [day, hour] = [dayOf(at), timeOf(at).slice(0, 2)]
        const same = scans.filter((each) => dayOf(each.at) === day && each.point === point)
        const sameHour = same.filter((each) => timeOf(each.at).slice(0, 2) === hour)
        expect(days.get(day)?.scans[point]?.[Number(hour)]).toBe(sameHour.length)
        const sameVerdict = scans.filter((each) => dayOf(each.at) === day && each.verdict === verdict)
        expect(days.get(day)?.verdicts[verdict]).toBe(sameVerdict.length)
      }
      const hours = [...days.values()].flatMap((figures) => Object.values(figures.scans).flat())
      expect(hours.reduce((sum, count) => sum + count, 0)).toBe(scans.length)
    }),
  )
})

test('hours are those of Shanghai: half past twelve at night in UTC is the morning', () => {
  const at = Date.parse('2027-03-01T00:30:00Z')
  const [[day, { scans }]] = [...countScans([noon('admitted', { at })])] as [[string, ScanFigures]]
  expect(day).toBe('2027-03-01')
  expect(scans.library?.indexOf(1)).toBe(8)
})

test('a scan from a clock that is ahead counts when it arrived', () => {
  const ahead = noon('admitted', { at: START + 3 * WEEK })
  expect([...countScans([ahead]).keys()]).toEqual([dayOf(START + WEEK)])
})

test('a verdict that is not on the list is counted as another one, whatever its name', () => {
  const [figures] = countScans([noon('$where'), noon('__proto__'), noon('admitted')]).values()
  expect(figures?.verdicts).toEqual({ other: 2, admitted: 1 })
})

test('who leaves is not counted', () => {
  const [figures] = countScans([noon('left', { how: 'leaving' }), noon('admitted')]).values()
  expect(figures?.verdicts).toEqual({ admitted: 1 })
  expect(figures?.scans.library?.[12]).toBe(1)
})

test('list_stale lets in, clock_wrong does not', () => {
  expect(admissionsOf({ verdicts: { admitted: 3, list_stale: 2, clock_wrong: 5, other: 1 } })).toBe(5)
})
