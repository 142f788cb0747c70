import { endingsOf, MOST_DAYS_LATE, reminderDays } from '../../../domain/renewal/reminders'

describe('reminders', () => {
  test('at 60 and 14 days, and on the last day itself', () => {
    expect(endingsOf('2029-01-03', 60)).toEqual([
      { daysLeft: 60, lastDay: '2029-03-04' },
      { daysLeft: 14, lastDay: '2029-01-17' },
      { daysLeft: 0, lastDay: '2029-01-03' },
    ])
  })

  test('nobody is sent to a door that is still shut: none before the window opens', () => {
    expect(endingsOf('2029-01-03', 30).map(({ daysLeft }) => daysLeft)).toEqual([14, 0])
    expect(endingsOf('2029-01-03', 1).map(({ daysLeft }) => daysLeft)).toEqual([0])
  })

  test('what is made up for is shorter than the time between two reminders', () => {
    const between = reminderDays.slice(1).map((days, n) => (reminderDays[n] ?? 0) - days)
    expect(MOST_DAYS_LATE).toBeLessThan(Math.min(...between))
  })
})
