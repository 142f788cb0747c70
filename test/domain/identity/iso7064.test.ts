import fc from 'fast-check'
import { mod11And2, mod11And10 } from '../../../domain/identity/iso7064'
import { weights731 } from '../../../domain/identity/weights731'

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))

describe('ISO 7064 MOD 11-2', () => {
  test('agrees with the definition: sum of 2^(position) × digit is 1 modulo 11', () => {
    fc.assert(
      fc.property(digits(17), (body) => {
        const values = [...(body + mod11And2(body))].map((c) => (c === 'X' ? 10n : BigInt(c)))
        const sum = values.reduce((total, value, index) => total + value * 2n ** BigInt(17 - index), 0n)
        return sum % 11n === 1n
      }),
    )
  })
})

describe('ISO 7064 MOD 11,10', () => {
  test('the example of the standard: 0794 has check digit 5', () => {
    expect(mod11And10('0794')).toBe('5')
  })

  test('no number survives one wrong digit', () => {
    fc.assert(
      fc.property(digits(9), fc.nat(8), digits(1), (body, index, digit) => {
        fc.pre(body.charAt(index) !== digit)
        return mod11And10(body.slice(0, index) + digit + body.slice(index + 1)) !== mod11And10(body)
      }),
    )
  })

  test('few swaps of neighbours go unseen', () => {
    let swaps = 0
    let unseen = 0
    for (let value = 0; value < 10_000; value++) {
      const body = `8${String(value).padStart(4, '0')}1234`
      const [a, b] = [body.charAt(3), body.charAt(4)]
      if (a !== b) {
        swaps++
        unseen += Number(mod11And10(body.slice(0, 3) + b + a + body.slice(5)) === mod11And10(body))
      }
    }
    expect(swaps).toBe(9000)
    expect(unseen / swaps).toBeGreaterThan(0)
    expect(unseen / swaps).toBeLessThan(0.03)
  })
})

describe('weights 7-3-1', () => {
  test.each([
    ['L898902C3', '6'], // ICAO 9303 part 4, appendix B: document number
    ['740812', '2'],
    ['120415', '9'],
    ['USA32009003071', '9'],
  ])('%s has check digit %s', (text, digit) => {
    expect(weights731(text)).toBe(digit)
  })
})
