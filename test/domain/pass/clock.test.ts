import fc from 'fast-check'
import { learnTime, readClock, type ServerClock, unsetClock } from '../../../domain/pass'
import { CLOCK_SLACK_MS } from '../../../domain/pass/clock'
import { NOW } from './scene'

const HOUR = 3_600_000

test('a phone that never spoke to the server goes by its own clock', () => {
  expect(readClock(unsetClock, NOW)).toEqual({ now: NOW, wentBack: false, clock: { offset: 0, latest: NOW } })
})

test('the offset is taken at the middle of the exchange', () => {
  const clock = learnTime(unsetClock, { sentAt: NOW, receivedAt: NOW + 400, serverNow: NOW + HOUR })
  expect(clock.offset).toBe(HOUR - 200)
  expect(readClock(clock, NOW + 10_000).now).toBe(NOW + HOUR + 9_800)
})

test.each([
  ['took too long', { sentAt: NOW, receivedAt: NOW + 10_001 }],
  ['saw the clock go back', { sentAt: NOW, receivedAt: NOW - 1 }],
])('an exchange that %s teaches nothing', (_, times) => {
  const clock: ServerClock = { offset: 5, latest: NOW }
  expect(learnTime(clock, { ...times, serverNow: NOW + HOUR })).toBe(clock)
})

describe('turned back', () => {
  const { clock } = readClock(unsetClock, NOW)

  test('offline, time stands still and the reading says so', () => {
    const reading = readClock(clock, NOW - HOUR)
    expect(reading).toEqual({ now: NOW, wentBack: true, clock })
    expect(readClock(reading.clock, NOW - HOUR + 60_000)).toMatchObject({ now: NOW, wentBack: true })
    expect(readClock(reading.clock, NOW + 1)).toMatchObject({ now: NOW + 1, wentBack: false })
  })

  test('by a little, it is smoothed over', () => {
    expect(readClock(clock, NOW - CLOCK_SLACK_MS)).toMatchObject({ now: NOW, wentBack: false })
    expect(readClock(clock, NOW - CLOCK_SLACK_MS - 1)).toMatchObject({ now: NOW, wentBack: true })
  })

  test('online, the server puts it right', () => {
    const learnt = learnTime(clock, { sentAt: NOW - HOUR, receivedAt: NOW - HOUR, serverNow: NOW + 5 })
    expect(readClock(learnt, NOW - HOUR + 10)).toMatchObject({ now: NOW + 15, wentBack: false })
  })
})

test('a clock that ran ahead offline is brought back by the server', () => {
  const ahead = readClock(unsetClock, NOW + 24 * HOUR).clock
  const learnt = learnTime(ahead, { sentAt: NOW + 24 * HOUR, receivedAt: NOW + 24 * HOUR, serverNow: NOW })
  expect(readClock(learnt, NOW + 24 * HOUR + 1)).toMatchObject({ now: NOW + 1, wentBack: false })
})

test('whatever the device says, time never goes back between two readings', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2_000_000_000_000 }), { minLength: 2 }), (times) => {
      let clock = unsetClock
      let last = -1
      for (const time of times) {
        const reading = readClock(clock, time)
        expect(reading.now).toBeGreaterThanOrEqual(last)
        last = reading.now
        clock = reading.clock
      }
    }),
  )
})
