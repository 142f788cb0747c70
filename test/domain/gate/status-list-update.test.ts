import { differenceOf } from '../../../domain/gate/status-list-difference'
import { takeUpdate, updateFor } from '../../../domain/gate/status-list-update'
import { hex } from '../pass/scene'
import { DAY, ISSUED, listOf, listPublic, scattered } from './status-list-scene'

const serials = scattered(6_100, 300_000)
const yesterday = listOf({ sequence: 10, revoked: serials.slice(0, 6_000), suspended: [] })
const today = listOf({ sequence: 11, issued: ISSUED + DAY, revoked: serials.slice(50), suspended: [] })
const limits = { lastSequence: 10, now: ISSUED + DAY }

describe('the server sends', () => {
  test('the whole list to a phone that has none, or one that is no longer kept', () => {
    expect(updateFor(null, today)).toBe(today.bytes)
  })

  test('the difference while it is smaller', () => {
    const update = updateFor(yesterday, today)
    expect(update && hex(update)).toBe(hex(differenceOf(yesterday, today)))
    expect(update?.length).toBeLessThan(today.bytes.length / 10)
  })

  test('the whole list when the difference is not smaller', () => {
    const other = listOf({ sequence: 9, revoked: scattered(6_000, 300_000, 'other'), suspended: [] })
    expect(updateFor(other, today)).toBe(today.bytes)
    expect(differenceOf(other, today).length).toBeGreaterThan(today.bytes.length)
    const empty = listOf({ sequence: 10, revoked: [], suspended: [] })
    expect(updateFor(empty, listOf({ sequence: 11, revoked: [], suspended: [] }))).toHaveLength(89)
  })

  test('nothing to a phone that has the newest, or one newer than this instance knows', () => {
    expect(updateFor(today, today)).toBeNull()
    expect(updateFor(today, yesterday)).toBeNull()
  })
})

describe('the phone takes', () => {
  test('either, and ends with the same bytes', () => {
    for (const [held, update] of [
      [null, today.bytes],
      [yesterday, today.bytes],
      [yesterday, differenceOf(yesterday, today)],
    ] as const) {
      const taken = takeUpdate(held, update, [listPublic], limits)
      expect(taken.ok && hex(taken.value.bytes)).toBe(hex(today.bytes))
    }
  })

  test.each([
    ['list_malformed', null, differenceOf(yesterday, today), limits],
    ['list_other_base', today, differenceOf(yesterday, today), limits],
    ['list_rolled_back', yesterday, today.bytes, { ...limits, lastSequence: 12 }],
    ['list_rolled_back', null, yesterday.bytes, { ...limits, lastSequence: 11 }],
    ['list_expired', yesterday, differenceOf(yesterday, today), { ...limits, now: today.notAfter + 1 }],
    ['list_malformed', yesterday, new Uint8Array(), limits],
  ] as const)('not: %s', (code, held, update, asked) => {
    expect(takeUpdate(held, update, [listPublic], asked)).toEqual({ ok: false, code })
  })

  test('not: a difference of another key', () => {
    const taken = takeUpdate(yesterday, differenceOf(yesterday, today), [], limits)
    expect(taken).toEqual({ ok: false, code: 'list_forged' })
  })
})
