/** @jest-environment node */
import fc from 'fast-check'
import { fromBase64, toBase64 } from '../../../miniprogram/guard/base64'

test('any bytes are written as others write them, and read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = toBase64(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64'))
      expect(fromBase64(text)).toEqual(bytes)
    }),
  )
})

test.each(['A', 'AA', 'AAA', 'AA=A', 'AAAA=', 'A===', 'AA A', 'AA-_', '===='])('%s is no base64', (text) => {
  expect(fromBase64(text)).toBeNull()
})
