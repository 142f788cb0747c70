/** @jest-environment node */
import { isLastFour, mayLookUp, readLastFour, readTyped } from '../../../miniprogram/guard/card-number-typing'

const GOOD = '8123456780'

test.each([
  ['', 'short'],
  ['8', 'short'],
  ['812345678', 'short'],
  ['7', 'prefix'],
  ['7123456786', 'prefix'],
  [GOOD, 'good'],
  ['8123 456 780', 'good'],
  ['８１２３４５６７８０', 'good'],
  ['8123456787', 'typo'],
  ['8123456870', 'typo'],
] as const)('%s is %s', (text, state) => {
  expect(readTyped(text).state).toBe(state)
})

test('every single wrong digit of a new number is noticed while typing', () => {
  for (let at = 1; at < GOOD.length; at += 1) {
    for (const digit of '0123456789') {
      const typed = GOOD.slice(0, at) + digit + GOOD.slice(at + 1)
      expect(readTyped(typed).state).toBe(digit === GOOD[at] ? 'good' : 'typo')
    }
  }
})

test('a whole number reads in groups; more digits than ten are not taken', () => {
  expect(readTyped(`${GOOD}99`)).toEqual({ digits: GOOD, grouped: '8123 456 780', state: 'good' })
})

test('a doubtful number may be looked up, because older cards have no check digit; half a one may not', () => {
  expect(mayLookUp(readTyped(GOOD))).toBe(true)
  expect(mayLookUp(readTyped('8123456787'))).toBe(true)
  expect(mayLookUp(readTyped('812345'))).toBe(false)
  expect(mayLookUp(readTyped('7123456786'))).toBe(false)
})

test('the last four are capitals, digits and hyphens, exactly four', () => {
  expect(readLastFour(' 01 1x')).toBe('011X')
  expect(readLastFour('a-12345')).toBe('A-12')
  expect(isLastFour('011X')).toBe(true)
  expect(isLastFour('011')).toBe(false)
})
