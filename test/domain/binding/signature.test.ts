/**
 * Signatures and envelopes against texts worked out by hand from WeChat's description: sort, join, SHA-1; and the layout
 * 16 ‖ 4 ‖ message ‖ AppID with its fill to 32.
 */
import { createHash } from 'node:crypto'
import { openEnvelope, packEnvelope } from '../../../domain/binding/envelope'
import { isRecent, SIGNATURE_LIFETIME, signatureText } from '../../../domain/binding/signature'
import { utf8Encode } from '../../../domain/pass/utf8'

describe('what is signed', () => {
  test('the parts in the order of their characters, joined by nothing', () => {
    expect(signatureText('pear', '1409304348', 'xxxxxx')).toBe('1409304348pearxxxxxx')
    expect(signatureText('Zebra', '9', 'apple', 'AAAA')).toBe('9AAAAZebraapple')
    // The sum as any other tool gives it: printf %s 1409304348pearxxxxxx | sha1sum
    const sha1 = createHash('sha1')
      .update(signatureText('pear', '1409304348', 'xxxxxx'))
      .digest('hex')
    expect(sha1).toBe('24401aa5b645f11d0aa40e9a022579a2016a1ef2')
  })

  test('five minutes either way, and nothing that is not a number of seconds', () => {
    const now = 1_800_000_000_000
    const seconds = (shift: number) => String((now + shift) / 1000)
    expect(isRecent(seconds(0), now)).toBe(true)
    expect(isRecent(seconds(-SIGNATURE_LIFETIME), now)).toBe(true)
    expect(isRecent(seconds(-SIGNATURE_LIFETIME - 1000), now)).toBe(false)
    expect(isRecent(seconds(SIGNATURE_LIFETIME + 1000), now)).toBe(false)
    for (const text of ['', '-1', '1e9', ' 1800000000', '1800000000.5', 'NaN', '9'.repeat(13)]) {
      expect([text, isRecent(text, now)]).toEqual([text, false])
    }
  })
})

describe('the envelope', () => {
  const random = new Uint8Array(16).fill(7)
  const pack = (message: string) => packEnvelope(random, message, 'wxapp')

  test('has the layout of the description', () => {
    const block = pack('ab')
    expect([...block.subarray(16, 27)]).toEqual([0, 0, 0, 2, ...utf8Encode('abwxapp')])
    expect(block.length).toBe(32)
    expect([...block.subarray(27)]).toEqual([5, 5, 5, 5, 5])
  })

  test('a body that fills its block gets a whole block more', () => {
    expect(pack('1234567').length).toBe(64)
    expect(pack('1234567')[63]).toBe(32)
  })

  test.each(['', 'ab', '1234567', '校友卡', 'x'.repeat(5000)])('opens again: %#', (message) => {
    expect(openEnvelope(pack(message), 'wxapp')).toBe(message)
  })

  test("another account's is refused, also one whose name begins the same", () => {
    expect(openEnvelope(pack('ab'), 'wxother')).toBeNull()
    expect(openEnvelope(pack('ab'), 'wxap')).toBeNull()
    expect(openEnvelope(pack('ab'), 'wxapp2')).toBeNull()
  })

  test('every cut and every changed byte outside the random part and the text is noticed', () => {
    const block = pack('ab')
    for (let length = 0; length < block.length; length += 1) {
      expect(openEnvelope(block.subarray(0, length), 'wxapp')).toBeNull()
    }
    for (const index of [...Array(4).keys()].map((n) => 16 + n).concat([...Array(10).keys()].map((n) => 22 + n))) {
      const changed = Uint8Array.from(block)
      changed[index]! ^= 0x40
      expect([index, openEnvelope(changed, 'wxapp')]).toEqual([index, null])
    }
  })
})
