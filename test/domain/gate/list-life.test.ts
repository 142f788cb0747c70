/** How long a list is worth something, and how long a binding must stand on it. */
import { isListDue, listedUntil, listNotAfter } from '../../../domain/gate/list-life'
import { credentialValidUntil } from '../../../domain/pass'
import { addDays, DAY, dayOf, HOUR, instantAt, startOf } from '../../../domain/time/shanghai'

const NOW = instantAt('2027-03-05', '23:59')

test('a list lives two days, or twice the policy when that is longer: never shorter than green lasts', () => {
  expect(listNotAfter(NOW, HOUR)).toBe(NOW + 2 * DAY)
  expect(listNotAfter(NOW, DAY)).toBe(NOW + 2 * DAY)
  expect(listNotAfter(NOW, 7 * DAY)).toBe(NOW + 14 * DAY)
})

test('the next is due after a quarter of the policy, so that a phone that leaves keeps three quarters of green', () => {
  expect(isListDue(NOW, DAY, NOW + 6 * HOUR - 1)).toBe(false)
  expect(isListDue(NOW, DAY, NOW + 6 * HOUR)).toBe(true)
  expect(isListDue(NOW, HOUR, NOW + 15 * 60_000)).toBe(true)
})

test('a binding stays listed until every credential that it can have has died, and not much longer', () => {
  for (const cardEnd of ['2029-03-04', '2027-03-20', '2027-03-05']) {
    const until = listedUntil(NOW, cardEnd)
    // Given out at the same moment, by a function whose clock already says the next day.
    const last = credentialValidUntil(NOW + 60_000, cardEnd)
    expect(startOf(addDays(last, 1))).toBeLessThanOrEqual(until)
    expect(until - startOf(addDays(last, 1))).toBeLessThanOrEqual(DAY)
  }
  expect(dayOf(listedUntil(NOW, '2029-03-04'))).toBe('2027-06-05')
})
