import fc from 'fast-check'
import {
  dueReview,
  isReviewDay,
  nextReview,
  type ReviewCalendar,
  registrationState,
} from '../../../domain/review/calendar'
import { addDays, dayOf, instantAt, weekdayOf } from '../../../domain/time/shanghai'

const calendar: ReviewCalendar = {
  weekday: 4,
  cutOff: '12:00',
  closures: [{ from: '2027-01-18', to: '2027-02-21', reason: 'vacation' }],
}
const noon = (day: string) => instantAt(day, '12:00')

describe('the review calendar', () => {
  test('reviews are on Thursdays and not in vacations', () => {
    expect(isReviewDay('2026-11-26', calendar)).toBe(true)
    expect(isReviewDay('2026-11-27', calendar)).toBe(false)
    expect(isReviewDay('2027-01-21', calendar)).toBe(false)
    expect(isReviewDay('2027-02-25', calendar)).toBe(true)
  })

  test('an application before Thursday noon is reviewed that day, from noon on a week later', () => {
    expect(nextReview(noon('2026-11-26') - 1, calendar)?.day).toBe('2026-11-26')
    expect(nextReview(noon('2026-11-26'), calendar)?.day).toBe('2026-12-03')
  })

  test('a vacation moves the next review behind it', () => {
    expect(nextReview(noon('2027-01-14'), calendar)?.day).toBe('2027-02-25')
  })

  test('an endless closure means that no review is planned', () => {
    const closed = { ...calendar, closures: [{ from: '2020-01-01', to: '2040-01-01', reason: 'holiday' as const }] }
    expect(nextReview(noon('2026-11-26'), closed)).toBeNull()
    expect(registrationState(noon('2026-11-26'), closed, '2026-11-20')).toEqual({
      open: false,
      why: 'no_review_planned',
    })
  })

  test('registration is open until the cut-off, stopped until the round is closed, then open again', () => {
    const before = registrationState(noon('2026-11-26') - 1, calendar, '2026-11-19')
    expect(before).toEqual({ open: true, next: { day: '2026-11-26', cutOff: noon('2026-11-26') } })
    const after = registrationState(noon('2026-11-26'), calendar, '2026-11-19')
    expect(after).toEqual({ open: false, why: 'review', round: '2026-11-26' })
    const closed = registrationState(noon('2026-11-26') + 1, calendar, '2026-11-26')
    expect(closed).toEqual({ open: true, next: { day: '2026-12-03', cutOff: noon('2026-12-03') } })
  })

  test('a Thursday that nobody closed keeps registration stopped, however many pass', () => {
    expect(registrationState(noon('2026-12-11'), calendar, '2026-11-19')).toEqual({
      open: false,
      why: 'review',
      round: '2026-12-10',
    })
  })

  test('a cut-off other than noon is obeyed', () => {
    const early = { ...calendar, cutOff: '09:30' }
    expect(nextReview(instantAt('2026-11-26', '09:29'), early)?.day).toBe('2026-11-26')
    expect(nextReview(instantAt('2026-11-26', '09:30'), early)?.day).toBe('2026-12-03')
  })

  test('the next review is always a later review day, and the due one never later than now', () => {
    const times = fc.integer({ min: noon('2026-01-01'), max: noon('2030-01-01') })
    fc.assert(
      fc.property(times, (now) => {
        const next = nextReview(now, calendar)!
        expect(next.cutOff).toBeGreaterThan(now)
        expect(weekdayOf(next.day)).toBe(4)
        expect(isReviewDay(next.day, calendar)).toBe(true)
        const due = dueReview(now, calendar, addDays(dayOf(now), -60))
        expect(due === null || (due.cutOff <= now && isReviewDay(due.day, calendar))).toBe(true)
      }),
    )
  })
})
