import { createCipheriv } from 'node:crypto'
import fc from 'fast-check'
import {
  CARD_NUMBERS,
  cardNumberFor,
  groupCardNumber,
  isCardNumber,
  isImportedCardNumber,
} from '../../../domain/card/number'
import vectors from '../../vectors/card-number.json'

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const key = bytes(vectors.key)
const counters = fc.integer({ min: 0, max: CARD_NUMBERS - 1 })

/** FF1 encryption (NIST SP 800-38G, algorithm 7) for short decimal texts of even length, on OpenSSL's AES. */
function ff1(keyBytes: Uint8Array, tweak: Uint8Array, digits: string): string {
  const half = digits.length / 2
  const modulus = 10 ** half
  const width = Math.ceil(Math.ceil(half * Math.log2(10)) / 8)
  const head = Buffer.from([1, 2, 1, 0, 0, 10, 10, half, 0, 0, 0, digits.length, 0, 0, 0, tweak.length])
  const pad = Buffer.alloc((((-tweak.length - width - 1) % 16) + 16) % 16)
  let [a, b] = [Number(digits.slice(0, half)), Number(digits.slice(half))]
  for (let round = 0; round < 10; round++) {
    const numeral = Buffer.alloc(width)
    numeral.writeUIntBE(b, 0, width)
    const cipher = createCipheriv(`aes-${keyBytes.length * 8}-cbc`, keyBytes, Buffer.alloc(16))
    const mac = cipher.update(Buffer.concat([head, tweak, pad, Buffer.from([round]), numeral])).subarray(-16)
    const taken = 4 * Math.ceil(width / 4) + 4
    const y = BigInt(`0x${mac.subarray(0, taken).toString('hex')}`)
    const c = Number((BigInt(a) + y) % BigInt(modulus))
    a = b
    b = c
  }
  return [a, b].map((part) => String(part).padStart(half, '0')).join('')
}

test('the FF1 of this test gives samples 1 and 2 of NIST', () => {
  const nistKey = bytes('2B7E151628AED2A6ABF7158809CF4F3C')
  expect(ff1(nistKey, new Uint8Array(), '0123456789')).toBe('2433477484')
  expect(ff1(nistKey, bytes('39383736353433323130'), '0123456789')).toBe('6124200773')
})

describe('new numbers', () => {
  test.each(vectors.numbers)('counter $counter is $number', ({ counter, number }) => {
    expect(cardNumberFor(counter, key)).toBe(number)
  })

  test('are FF1 of the counter, as another implementation computes it', () => {
    fc.assert(
      fc.property(counters, fc.uint8Array({ minLength: 32, maxLength: 32 }), (counter, anyKey) => {
        const body = ff1(anyKey, Buffer.from('card-number/1'), String(counter).padStart(8, '0'))
        expect(cardNumberFor(counter, anyKey)?.slice(1, 9)).toBe(body)
      }),
    )
  })

  test('are ten digits, begin with 8 and carry their check digit', () => {
    fc.assert(
      fc.property(counters, (counter) => {
        const number = cardNumberFor(counter, key) ?? ''
        expect(number).toMatch(/^8\d{9}$/)
        expect(isCardNumber(number)).toBe(true)
      }),
    )
  })

  test('never repeat', () => {
    const first = Array.from({ length: 5000 }, (_, counter) => cardNumberFor(counter, key))
    expect(new Set(first).size).toBe(first.length)
    fc.assert(
      fc.property(counters, counters, (a, b) => (a === b) === (cardNumberFor(a, key) === cardNumberFor(b, key))),
    )
  })

  test('neighbours look unrelated, and another key gives other numbers', () => {
    const numbers = Array.from({ length: 2000 }, (_, counter) =>
      Number((cardNumberFor(counter, key) ?? '').slice(1, 9)),
    )
    const gaps = numbers.slice(1).map((number, index) => Math.abs(number - (numbers[index] ?? 0)))
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
    // Two independent draws from 10^8 are 10^8 / 3 apart on average; 2,000 of them stay well within 10 per cent.
    expect(mean).toBeGreaterThan(30_000_000)
    expect(mean).toBeLessThan(37_000_000)
    expect(cardNumberFor(1, key)).not.toBe(cardNumberFor(1, bytes('11'.repeat(32))))
  })

  test.each([-1, CARD_NUMBERS, 1.5, Number.NaN])('there is none for %p', (counter) => {
    expect(cardNumberFor(counter, key)).toBeNull()
  })
})

describe('reading a number', () => {
  const number = cardNumberFor(0, key) ?? ''

  test('blanks, hyphens and full-width digits are forgiven', () => {
    expect(isCardNumber(` ${groupCardNumber(number)} `)).toBe(true)
    expect(isCardNumber(number.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)))).toBe(true)
    expect(isCardNumber(`${number.slice(0, 4)}-${number.slice(4)}`)).toBe(true)
  })

  test('one wrong digit is noticed, in whichever place', () => {
    fc.assert(
      fc.property(counters, fc.nat(9), fc.nat(9), (counter, index, digit) => {
        const right = cardNumberFor(counter, key) ?? ''
        fc.pre(right.charAt(index) !== String(digit))
        return !isCardNumber(right.slice(0, index) + digit + right.slice(index + 1))
      }),
    )
  })

  test.each(['', '8', '80000000', '80000000000', '7000000000', '8OOOOOOOOO', '81234567 8'])('%j is none', (text) => {
    expect(isCardNumber(text)).toBe(false)
    expect(isImportedCardNumber(text)).toBe(false)
  })

  test('an older number needs no check digit', () => {
    const older = Array.from({ length: 10 }, (_, last) => `812345678${last}`)
    expect(older.every(isImportedCardNumber)).toBe(true)
    expect(older.filter(isCardNumber)).toHaveLength(1)
  })

  test('people read it in groups of four, three and three', () => {
    expect(groupCardNumber('8012345678')).toBe('8012 345 678')
    expect(groupCardNumber(' 80-12345678')).toBe('8012 345 678')
    expect(groupCardNumber('not a number')).toBe('not a number')
  })
})
