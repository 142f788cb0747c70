import fc from 'fast-check'
import {
  addDays,
  addYears,
  dayFromNumber,
  dayNumber,
  dayOf,
  instantAt,
  isDay,
  startOf,
  timeOf,
  weekdayOf,
} from '../../../domain/time/shanghai'

const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2060, 0, 1) })

describe('Shanghai days', () => {
  test('16:00 UTC is midnight of the next day', () => {
    expect(dayOf(Date.UTC(2026, 10, 25, 15, 59, 59, 999))).toBe('2026-11-25')
    expect(dayOf(Date.UTC(2026, 10, 25, 16, 0))).toBe('2026-11-26')
  })

  test('a wall-clock time is eight hours ahead of UTC in summer and winter', () => {
    expect(instantAt('2026-11-26', '12:00')).toBe(Date.UTC(2026, 10, 26, 4, 0))
    expect(instantAt('2026-07-02', '12:00')).toBe(Date.UTC(2026, 6, 2, 4, 0))
  })

  test('a leap day plus a year is the last of February', () => {
    expect(addYears('2028-02-29', 1)).toBe('2029-02-28')
    expect(addYears('2026-11-26', 2)).toBe('2028-11-26')
  })

  test('weekdays count from Sunday', () => {
    expect(weekdayOf('2026-11-26')).toBe(4)
    expect(weekdayOf('2026-11-29')).toBe(0)
  })

  test('only real days are days', () => {
    expect(isDay('2026-02-28')).toBe(true)
    expect(isDay('2026-02-29')).toBe(false)
    expect(isDay('2026-2-8')).toBe(false)
  })

  test('an instant lies within its own day', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const day = dayOf(instant)
        expect(startOf(day)).toBeLessThanOrEqual(instant)
        expect(startOf(addDays(day, 1))).toBeGreaterThan(instant)
        expect(instantAt(day, timeOf(instant))).toBe(Math.floor(instant / 60_000) * 60_000)
      }),
    )
  })

  test('day numbers and days are each other’s inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (count) => {
        expect(dayNumber(dayFromNumber(count))).toBe(count)
      }),
    )
    expect(dayNumber('1970-01-02')).toBe(1)
  })
})
