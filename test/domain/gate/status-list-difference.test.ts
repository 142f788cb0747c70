import fc from 'fast-check'
import { encodeSerials } from '../../../domain/gate/golomb-rice'
import { type ListLimits, readStatusList } from '../../../domain/gate/status-list'
import { applyDifference, differenceOf } from '../../../domain/gate/status-list-difference'
import { MAX_LIST_BYTES, type StatusList } from '../../../domain/gate/status-list-layout'
import { bytes, hex } from '../pass/scene'
import { calm, DAY, ISSUED, listOf, listPublic } from './status-list-scene'

const older = listOf()
const newer = listOf({
  sequence: 44,
  issued: ISSUED + DAY,
  notAfter: ISSUED + 8 * DAY,
  revoked: [0, 5, 6, 8, 1_000, 299_999, 400_000],
  suspended: [7, 9],
})
const difference = differenceOf(older, newer)

function codeOf(held: StatusList, change: Uint8Array, limits: ListLimits = { lastSequence: 41, now: ISSUED }): string {
  const whole = applyDifference(held, change)
  const read = whole.ok ? readStatusList(whole.value, [listPublic], limits) : whole
  return read.ok ? 'ok' : read.code
}

test('leads to the later list, byte for byte', () => {
  expect(applyDifference(older, difference)).toEqual({ ok: true, value: newer.bytes })
})

test('is written as the format says', () => {
  const section = (...serials: number[]) => hex(encodeSerials(Uint32Array.from(serials)))
  const seconds = (instant: number) => (instant / 1000).toString(16)
  const head = `4543534401${'00000029'}${seconds(newer.issued)}${seconds(newer.notAfter)}${'0000002c'}`
  const changes = section(8, 400_000) + section(7) + section(7, 9) + section(8, 16_777_215)
  expect(hex(difference)).toBe(head + changes + hex(newer.bytes.subarray(-64)))
})

test('of two lists with the same serials carries times, sequence and signature: 101 bytes', () => {
  const again = listOf({ sequence: 42, issued: ISSUED + 3_600_000 })
  const renewal = differenceOf(older, again)
  expect(renewal).toHaveLength(101)
  expect(applyDifference(older, renewal)).toEqual({ ok: true, value: again.bytes })
})

test('between any two lists ends with the later', () => {
  const serials = fc.uniqueArray(fc.nat(600), { maxLength: 200 })
  fc.assert(
    fc.property(fc.tuple(serials, serials, serials, serials), ([revoked, suspended, later, laterSuspended]) => {
      const from = listOf({ revoked, suspended })
      const to = listOf({ sequence: 42, revoked: later, suspended: laterSuspended })
      const applied = applyDifference(from, differenceOf(from, to))
      return applied.ok && hex(applied.value) === hex(to.bytes)
    }),
    { numRuns: 200, seed: 1 },
  )
})

test('a chain of differences ends where the whole list does', () => {
  const lists = Array.from({ length: 12 }, (_, day) =>
    listOf({
      sequence: 50 + day,
      revoked: Array.from({ length: 40 + 7 * day }, (__, index) => index * 97),
      suspended: Array.from({ length: 10 }, (__, index) => index * 97 + day + 1),
    }),
  )
  const last = lists.reduce((held, next) => {
    const whole = applyDifference(held, differenceOf(held, next))
    const read = whole.ok
      ? readStatusList(whole.value, [listPublic], { lastSequence: held.sequence, now: ISSUED })
      : whole
    return read.ok ? read.value : held
  })
  expect(hex(last.bytes)).toBe(hex(lists[11]!.bytes))
  expect(last.revoked).toHaveLength(40 + 7 * 11)
})

describe('refusals', () => {
  test('list_other_base: it starts from another list', () => {
    expect(codeOf(listOf({ sequence: 40 }), difference)).toBe('list_other_base')
    expect(codeOf(newer, difference)).toBe('list_other_base')
  })

  test('list_forged: the sequence is right, the list is another', () => {
    expect(codeOf(listOf({ revoked: [...calm.revoked, 77] }), difference)).toBe('list_forged')
  })

  test('list_rolled_back and list_expired are asked of what results', () => {
    expect(codeOf(older, difference, { lastSequence: 45, now: ISSUED })).toBe('list_rolled_back')
    expect(codeOf(older, difference, { lastSequence: 41, now: newer.notAfter + 1 })).toBe('list_expired')
  })

  test('every single-bit change is refused', () => {
    const codes = new Set<string>()
    for (let bit = 0; bit < difference.length * 8; bit++) {
      const changed = difference.slice()
      changed[bit >> 3]! ^= 0x80 >> (bit & 7)
      codes.add(codeOf(older, changed))
    }
    expect([...codes].sort()).toEqual(['list_forged', 'list_malformed', 'list_other_base'])
  })

  test('every cut, and a byte too many, is refused', () => {
    for (let length = 0; length < difference.length; length++) {
      expect(codeOf(older, difference.subarray(0, length))).toMatch(/^list_(malformed|forged)$/)
    }
    expect(codeOf(older, Uint8Array.from([...difference, 0]))).toBe('list_malformed')
  })

  const head = hex(difference.subarray(0, 21))
  const signature = hex(newer.bytes.subarray(-64))
  const section = (...serials: number[]) => hex(encodeSerials(Uint32Array.from(serials)))
  const none = section()
  test.each([
    ['adds what is there', section(5), none, none, none],
    ['removes what is not there', none, section(4), none, none],
    ['adds and removes the same', section(4), section(4), none, none],
    ['ends with a serial in both sections', none, none, section(5), none],
    ['has a section too few', none, none, none, ''],
    ['has a section too many', none, none, none, none + none],
    ['has a count that reserves memory', '00ffffff', none, none, none],
    ['has ones without end', `00000001${'ff'.repeat(260_000)}`, none, none, none],
  ])('list_malformed: it %s', (_, ...parts) => {
    expect(applyDifference(older, bytes(head + parts.join('') + signature))).toEqual({
      ok: false,
      code: 'list_malformed',
    })
  })

  test('list_malformed: it is longer than the longest list', () => {
    const revoked = Uint32Array.from({ length: 500_000 }, (_, index) => index * 33)
    const huge = { ...newer, revoked, suspended: new Uint32Array() }
    const change = differenceOf(older, huge)
    expect(change.length).toBeGreaterThan(MAX_LIST_BYTES)
    expect(applyDifference(older, change)).toEqual({ ok: false, code: 'list_malformed' })
  })

  test('list_malformed: a whole list, an end before the beginning', () => {
    expect(codeOf(older, newer.bytes)).toBe('list_malformed')
    const backwards = `${head.slice(0, 26)}00000000${head.slice(34)}`
    expect(codeOf(older, bytes(backwards + none.repeat(4) + signature))).toBe('list_malformed')
  })
})
