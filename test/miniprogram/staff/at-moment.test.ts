/** @jest-environment node */
import { AtMoment } from '../../../miniprogram/staff/at-moment'
import { Phone } from '../harness/phone'

const HOUR = 3_600_000
beforeEach(() => {
  jest.useFakeTimers()
  new Phone().install()
})
afterEach(() => void jest.useRealTimers())

test('acts once, a moment after the time has come', async () => {
  const act = jest.fn()
  new AtMoment(act).set(Date.now() + HOUR)
  await jest.advanceTimersByTimeAsync(HOUR)
  expect(act).not.toHaveBeenCalled()
  await jest.advanceTimersByTimeAsync(3 * HOUR)
  expect(act).toHaveBeenCalledTimes(1)
})

test('a new moment takes the place of the old one; none waits for none', async () => {
  const act = jest.fn()
  const moment = new AtMoment(act)
  moment.set(Date.now() + HOUR)
  moment.set(Date.now() + 3 * HOUR)
  await jest.advanceTimersByTimeAsync(2 * HOUR)
  expect(act).not.toHaveBeenCalled()
  moment.set(null)
  await jest.advanceTimersByTimeAsync(2 * HOUR)
  expect(act).not.toHaveBeenCalled()
})

test('a moment that is past and stays ahead for the function is looked at again and again, with pauses', async () => {
  let asked = 0
  const past = Date.now() - HOUR
  const moment: AtMoment = new AtMoment(() => {
    asked += 1
    moment.set(past)
  })
  moment.set(past)
  await jest.advanceTimersByTimeAsync(60_000)
  expect(asked).toBeGreaterThan(1)
  expect(asked).toBeLessThanOrEqual(40)
  moment.clear()
})
