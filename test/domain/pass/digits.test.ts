import fc from 'fast-check'
import { decodeDigits, encodeDigits } from '../../../domain/pass'

const runs = { numRuns: 2000 }

test('any bytes come back, in as many digits as the format says', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
      const text = encodeDigits(data)
      expect(text).toMatch(/^[0-9]*$/)
      expect(text).toHaveLength(Math.floor(data.length / 7) * 17 + [0, 3, 5, 8, 10, 13, 15][data.length % 7]!)
      expect(decodeDigits(text)).toEqual(data)
    }),
    runs,
  )
})

test('a text has one meaning: what decodes is what would have been written', () => {
  const text = fc.oneof(fc.stringMatching(/^[0-9]{0,60}$/), fc.stringMatching(/^([0-6][0-9]{16}){1,3}$/))
  fc.assert(
    fc.property(text, (digits) => {
      const data = decodeDigits(digits)
      expect(data === null || encodeDigits(data) === digits).toBe(true)
    }),
    runs,
  )
})

describe('the edge of a group', () => {
  test.each([1, 2, 3, 4, 5, 6, 7])('%i bytes: the largest number fits, the next does not', (length) => {
    const width = [0, 3, 5, 8, 10, 13, 15, 17][length] ?? 0
    const limit = 256n ** BigInt(length)
    const text = (value: bigint) => value.toString().padStart(width, '0')
    expect(decodeDigits(text(limit - 1n))).toEqual(new Uint8Array(length).fill(255))
    expect(decodeDigits(text(limit))).toBeNull()
    expect(decodeDigits('9'.repeat(width))).toBeNull()
  })

  test('any group of 2^56 and above is refused, wherever it stands', () => {
    const tooLarge = fc.bigInt({ min: 2n ** 56n, max: 10n ** 17n - 1n }).map(String)
    fc.assert(
      fc.property(tooLarge, fc.nat(3), (group, before) => decodeDigits('0'.repeat(17 * before) + group) === null),
      runs,
    )
  })

  test('any group below 2^56 is the big-endian number', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 56n - 1n }), (value) => {
        const data = decodeDigits(value.toString().padStart(17, '0')) ?? new Uint8Array()
        expect(BigInt(`0x${Buffer.from(data).toString('hex')}`)).toBe(value)
      }),
      runs,
    )
  })
})

test('lengths that no bytes have are refused', () => {
  const lengths = [1, 2, 4, 6, 7, 9, 11, 12, 14, 16, 18, 19]
  expect(lengths.filter((length) => decodeDigits('0'.repeat(length)) !== null)).toEqual([])
})

test.each(['1e5', '+12', '-12', '1.5', '0x1', '１２３', '12\n', ' 12', '٣٣٣'])('%j is refused', (text) => {
  expect(decodeDigits(text)).toBeNull()
})
