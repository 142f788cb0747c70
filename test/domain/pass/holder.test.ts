import fc from 'fast-check'
import { type Holder, openHolder, sealHolder } from '../../../domain/pass'
import { packHolder, unpackHolder } from '../../../domain/pass/holder'
import { hex, holder, viewKey } from './scene'

const holders: fc.Arbitrary<Holder> = fc.record({
  serial: fc.integer({ min: 0, max: 0xffffff }),
  class: fc.nat(255),
  expiryDay: fc.nat(65_535),
  last4: fc.stringMatching(/^[0-9A-Z-]{4}$/),
  maskedName: fc.constantFrom('张*明', '张*', 'J.S.', 'É.Ñ.', '*', '', 'ABCDEFG'),
})

test('any holder comes back from the sealed block', () => {
  fc.assert(
    fc.property(holders, (who) => {
      const sealed = sealHolder(viewKey, who)
      expect(sealed).toHaveLength(16)
      expect(openHolder(viewKey, sealed ?? new Uint8Array())).toEqual(who)
    }),
  )
})

test('a block has one meaning: what unpacks is what would have been packed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (block) => {
      const who = unpackHolder(block)
      return who === null || hex(packHolder(who) ?? new Uint8Array()) === hex(block)
    }),
    { numRuns: 5000 },
  )
})

test('two holders never look alike', () => {
  const sealed = Array.from({ length: 500 }, (_, serial) =>
    hex(sealHolder(viewKey, { ...holder, serial }) ?? new Uint8Array()),
  )
  expect(new Set(sealed).size).toBe(500)
})

test.each([
  ['serial below its range', { serial: -1 }],
  ['serial above its range', { serial: 0x1000000 }],
  ['class above its range', { class: 256 }],
  ['expiry day above its range', { expiryDay: 65_536 }],
  ['a fraction', { expiryDay: 1.5 }],
  ['three characters', { last4: '123' }],
  ['five characters', { last4: '12345' }],
  ['small letters', { last4: '123x' }],
  ['a name of eight bytes', { maskedName: '𠮷*明' }],
  ['a zero in the name', { maskedName: 'A\0B' }],
])('does not fit: %s', (_, field) => {
  expect(sealHolder(viewKey, { ...holder, ...field })).toBeNull()
})

describe('a block in clear is refused with', () => {
  const clear = packHolder(holder) ?? new Uint8Array()
  const with_ = (change: (block: Uint8Array) => void) => {
    const block = clear.slice()
    change(block)
    return unpackHolder(block)
  }

  test('last four beyond 37^4', () => {
    expect(with_((block) => block.set([0x1c, 0x98, 0xf0], 6))).toMatchObject({ last4: '----' }) // 37^4 − 1
    expect(with_((block) => block.set([0x1c, 0x98, 0xf1], 6))).toBeNull() // 37^4
  })

  test('a zero inside the name', () => {
    expect(with_((block) => block.set([0x41, 0, 0x42, 0, 0, 0, 0], 9))).toBeNull()
  })

  test('a name that is not UTF-8', () => {
    expect(with_((block) => block.set([0xe5, 0xbc, 0, 0, 0, 0, 0], 9))).toBeNull()
  })

  test('another length', () => {
    expect(unpackHolder(clear.subarray(0, 15))).toBeNull()
  })
})

test('keys of AES-192 and AES-256 are not taken', () => {
  for (const length of [0, 15, 24, 32]) {
    expect(sealHolder(new Uint8Array(length), holder)).toBeNull()
    expect(openHolder(new Uint8Array(length), new Uint8Array(16))).toBeNull()
  }
})
