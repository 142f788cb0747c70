import fc from 'fast-check'
import { decodeSerials, encodeSerials, hasSerial, serialsOf } from '../../../domain/gate/golomb-rice'
import { bytes, hex } from '../pass/scene'
import { section } from './status-list-independent'
import { scattered, shannonBytes } from './status-list-scene'

const MAX = 16_777_215
const encoded = (numbers: Iterable<number>) => encodeSerials(serialsOf(numbers) ?? new Uint32Array())
const decoded = (text: string) => {
  const found = decodeSerials(bytes(text), 0, text.length / 2)
  return found && { serials: [...found.serials], next: found.next }
}

/** Sets of every density: crowded, scattered, clustered, the whole room. */
const sets = fc
  .integer({ min: 0, max: 24 })
  .chain((bits) => fc.uniqueArray(fc.integer({ min: 0, max: 2 ** bits - 1 }), { maxLength: 400 }))

describe('a section', () => {
  // 0, 3: gaps 0 and 2; k = 0 needs 0 110, one bit less than k = 1.
  test.each([
    ['nothing', [], '00000000'],
    ['the first serial', [0], '0000000100'],
    ['two serials', [3, 0], '0000000260'],
    ['the last serial, one code of k = 23: 10, then 23 ones', [MAX], '17000001bfffff80'],
    ['eight in a row fill a byte', [0, 1, 2, 3, 4, 5, 6, 7], '0000000800'],
    ['a tie of k = 0 and k = 1 takes the smaller', [1], '0000000180'],
  ])('%s', (_, serials, expected) => {
    expect(hex(encoded(serials))).toBe(expected)
    expect(decoded(expected)).toEqual({ serials: [...serials].sort((a, b) => a - b), next: expected.length / 2 })
  })

  test('any set comes back, and an independent writer makes the same bytes', () => {
    fc.assert(
      fc.property(sets, (numbers) => {
        const made = encoded(numbers)
        const found = decodeSerials(made, 0, made.length)
        const bits = [...made].map((byte) => byte.toString(2).padStart(8, '0')).join('')
        return (
          found?.next === made.length &&
          section(numbers) === bits &&
          hex(encodeSerials(found.serials)) === hex(made) &&
          [...found.serials].join() === [...numbers].sort((a, b) => a - b).join()
        )
      }),
      { numRuns: 500, seed: 1 },
    )
  })

  test('stands anywhere, between other things', () => {
    const made = encoded([3, 9, 700])
    const around = Uint8Array.from([0xff, ...made, 0xff, 0xff])
    expect(decodeSerials(around, 1, around.length)).toEqual({
      serials: Uint32Array.of(3, 9, 700),
      next: made.length + 1,
    })
    expect(decodeSerials(around, 1, made.length)).toBeNull()
  })
})

describe('what is not the one encoding of a set is refused', () => {
  test.each([
    ['a header that is cut', '000000'],
    ['a count without codes', '00000001'],
    ['a count beyond the bytes', '0000000900'],
    ['the largest count, before any memory is taken', '00ffffff00'],
    ['a code that is cut', '00000001ff'],
    ['ones without end', `00000001${'ff'.repeat(5000)}`],
    ['low bits that are cut', '17000001bfffff'],
    ['a serial beyond three bytes', '17000001ffffff80'],
    ['a code behind the last serial', '17000002bfffff8000000000'],
    ['padding that is not zero', '0000000101'],
    ['a larger parameter than the best', '0100000100'],
    ['a smaller parameter than the best', `00000001${'ff'.repeat(3)}00`],
    ['a parameter that no set needs', '180000010000000000'],
    ['a parameter for an empty set', '01000000'],
  ])('%s', (_, text) => {
    expect(decoded(text)).toBeNull()
  })

  test.each([[[MAX + 1]], [[MAX - 1, MAX + 1]], [[MAX, MAX + 1]], [[5, 9, MAX + 3]]])(
    'a serial too large: %j',
    (serials) => {
      const made = Uint8Array.from((section(serials).match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
      expect(decodeSerials(made, 0, made.length)).toBeNull()
    },
  )

  test('of all bytes that are read, none is a second encoding', () => {
    const head = fc.tuple(fc.nat(4), fc.nat(6)).map(([parameter, count]) => [parameter, 0, 0, count])
    let read = 0
    fc.assert(
      fc.property(head, fc.uint8Array({ maxLength: 5 }), (start, rest) => {
        const data = Uint8Array.from([...start, ...rest])
        const found = decodeSerials(data, 0, data.length)
        read += found ? 1 : 0
        return !found || hex(encodeSerials(found.serials)) === hex(data.subarray(0, found.next))
      }),
      { numRuns: 20_000, seed: 2 },
    )
    expect(read).toBeGreaterThan(1000)
  })
})

describe('serials', () => {
  test('are sorted by number and taken once', () => {
    expect(serialsOf([100, 9, 100, 20])).toEqual(Uint32Array.of(9, 20, 100))
  })

  test.each([[-1], [0.5], [MAX + 1], [Number.NaN]])('%d is none', (number) => {
    expect(serialsOf([1, number])).toBeNull()
  })

  test('are found exactly', () => {
    fc.assert(
      fc.property(sets, fc.nat(MAX), (numbers, other) => {
        const serials = serialsOf(numbers) ?? new Uint32Array()
        const near = numbers.flatMap((number) => [number, number + 1, number - 1])
        return [...near, other].every((number) => hasSerial(serials, number) === numbers.includes(number))
      }),
      { numRuns: 200, seed: 3 },
    )
  })
})

test.each([
  [6_000, 300_000],
  [300, 300_000],
  [30_000, 300_000],
  [6_000, 2 ** 24],
])('%d of %d serials take at most 1.02 of the Shannon bound', (count, space) => {
  for (const seed of ['a', 'b', 'c']) {
    const ratio = encoded(scattered(count, space, seed)).length / shannonBytes(count, space)
    expect(ratio).toBeGreaterThan(0.99)
    expect(ratio).toBeLessThan(1.02)
  }
})
