import fc from 'fast-check'
import { fromHex, toHex, utf8Decode, utf8Encode } from '../../../domain/pass'
import { concatBytes, equalBytes, fitsUint, readUint, writeUint } from '../../../domain/pass/bytes'

test('an unsigned integer comes back, big-endian', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(10), fc.maxSafeNat(), (length, offset, any) => {
      const value = any % 256 ** length
      const data = new Uint8Array(20)
      writeUint(data, offset, length, value)
      expect(readUint(data, offset, length)).toBe(value)
      expect(Buffer.from(data).readUIntBE(offset, length)).toBe(value)
      expect(data.subarray(offset + length).every((byte) => byte === 0)).toBe(true)
    }),
  )
})

test.each([
  [255, 1, true],
  [256, 1, false],
  [-1, 1, false],
  [1.5, 1, false],
  [Number.NaN, 3, false],
  [16_777_215, 3, true],
  [16_777_216, 3, false],
])('%p fits into %i bytes: %p', (value, length, fits) => {
  expect(fitsUint(value, length)).toBe(fits)
})

test('hex and joining agree with Buffer', () => {
  const part = fc.uint8Array({ maxLength: 20 })
  fc.assert(
    fc.property(part, part, (a, b) => {
      const joined = concatBytes(a, b)
      expect(toHex(joined)).toBe(Buffer.concat([a, b]).toString('hex'))
      expect(fromHex(toHex(joined))).toEqual(joined)
      expect(equalBytes(a, b)).toBe(Buffer.compare(a, b) === 0)
    }),
  )
})

test.each(['0', 'xx', '0x00', '00 ', '０0'])('%j is no hex', (text) => {
  expect(fromHex(text)).toBeNull()
})

test('UTF-8 agrees with TextEncoder and the strict TextDecoder on any text and any bytes', () => {
  const strict = (data: Uint8Array) => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data)
    } catch {
      return null
    }
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8Encode(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)))
    }),
  )
  expect(utf8Encode('\ud800a\udc00')).toEqual(new Uint8Array(new TextEncoder().encode('\ud800a\udc00')))
  const interesting = fc.constantFrom(
    0,
    0x41,
    0x7f,
    0x80,
    0xbf,
    0xc0,
    0xc1,
    0xc2,
    0xe0,
    0x9f,
    0xa0,
    0xed,
    0xef,
    0xf0,
    0x90,
    0x8f,
    0xf4,
    0xf5,
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(interesting, fc.nat(255)), { maxLength: 7 }), (list) => {
      const data = Uint8Array.from(list)
      expect(utf8Decode(data)).toBe(strict(data))
    }),
    { numRuns: 20_000 },
  )
})
