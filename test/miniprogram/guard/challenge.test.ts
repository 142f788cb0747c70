/** @jest-environment node */
import {
  afterScan,
  CHALLENGE_MS,
  fourDigits,
  newChallenge,
  numberOf,
  secondsLeft,
} from '../../../miniprogram/guard/challenge'

const NOW = 1_800_000_000_000
const challenge = newChallenge(Uint8Array.of(0, 0, 0, 42), NOW)

test('is made of the random bytes and always read as four digits', () => {
  expect(challenge.number).toBe(42)
  expect(fourDigits(challenge)).toBe('0042')
})

test('lives sixty seconds and not a millisecond longer', () => {
  expect(CHALLENGE_MS).toBe(60_000)
  expect(numberOf(challenge, NOW)).toBe(42)
  expect(numberOf(challenge, NOW + 59_999)).toBe(42)
  expect(numberOf(challenge, NOW + 60_000)).toBeNull()
  expect(numberOf(null, NOW)).toBeNull()
})

test('is used up by any answer, right or wrong', () => {
  expect(afterScan(challenge, { answering: true })).toBeNull()
})

test('is not used up by an ordinary code, shown too early', () => {
  expect(afterScan(challenge, { answering: false })).toBe(challenge)
  expect(afterScan(challenge, {})).toBe(challenge)
})

test('counts down in whole seconds to zero', () => {
  expect([0, 1, 999, 1_000, 59_001, 60_000, 90_000].map((later) => secondsLeft(challenge, NOW + later))).toEqual([
    60, 60, 60, 59, 1, 0, 0,
  ])
})
