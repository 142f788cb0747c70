import { isSigningDay } from '../../../domain/registration/paper'

test.each([
  ['2027-03-01', true],
  ['2027-02-28', true],
  ['2026-03-01', true],
  ['2026-02-28', false],
  ['2027-03-02', false],
  ['2027-02-30', false],
])('signed on %s, entered on 2027-03-01: %s', (day, accepted) => {
  expect(isSigningDay(day, '2027-03-01')).toBe(accepted)
})
