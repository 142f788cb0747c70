import { CLOCK_DOUBT_MS, listFacts, statusListAge } from '../../../domain/gate/status-list-facts'
import { codeOf, credentialOf, gate, NOW, verdictOf } from '../pass/scene'
import { calm, DAY, ISSUED, listOf } from './status-list-scene'

const list = listOf()
const notAfter = calm.notAfter
const [revoked, suspended, live] = [5, 8, 4]

describe('the age', () => {
  test.each([
    ['just issued', ISSUED, 0],
    ['a day later', ISSUED + DAY, DAY],
    ['at its end', notAfter, 7 * DAY],
    ['past its end', notAfter + 1, null],
    ['a gate that is a little slow', ISSUED - CLOCK_DOUBT_MS, 0],
    ['a gate whose clock is wrong', ISSUED - CLOCK_DOUBT_MS - 1, null],
  ])('%s', (_, now, age) => {
    expect(statusListAge(list, now)).toBe(age)
  })

  test('of no list', () => {
    expect(statusListAge(null, ISSUED)).toBeNull()
  })
})

describe('the status', () => {
  const statuses = (now: number, held: typeof list | null = list) =>
    [revoked, suspended, live].map((serial) => listFacts(held, now).status(serial))

  test('while the list is in force', () => {
    expect(statuses(ISSUED)).toEqual(['revoked', 'suspended', 'live'])
    expect(statuses(notAfter)).toEqual(['revoked', 'suspended', 'live'])
  })

  test('past its end only what is for ever', () => {
    expect(statuses(notAfter + 1)).toEqual(['revoked', 'unknown', 'unknown'])
  })

  test('without a list nothing', () => {
    expect(statuses(ISSUED, null)).toEqual(['unknown', 'unknown', 'unknown'])
  })
})

describe('at the gate', () => {
  const verdict = (serial: number, held: typeof list | null = list) =>
    verdictOf(codeOf({ of: credentialOf({ serial }) }), listFacts(held, NOW))

  test.each([
    ['revoked', revoked],
    ['suspended', suspended],
    ['admitted', live],
  ])('%s', (expected, serial) => {
    expect(verdict(serial)).toBe(expected)
  })

  test('list_stale without a list, with one older than policy, and with one past its end', () => {
    const { maxListAge } = gate()
    const tooOld = listOf({ issued: NOW - maxListAge - 1000 })
    const atPolicy = listOf({ issued: NOW - maxListAge })
    const over = listOf({ issued: NOW - 2 * DAY, notAfter: NOW - DAY })
    expect(verdict(live, null)).toBe('list_stale')
    expect(verdict(live, tooOld)).toBe('list_stale')
    expect(verdict(live, atPolicy)).toBe('admitted')
    expect(verdict(live, over)).toBe('list_stale')
    expect(verdict(suspended, tooOld)).toBe('suspended')
    expect(verdict(suspended, over)).toBe('list_stale')
    expect(verdict(revoked, over)).toBe('revoked')
  })
})
