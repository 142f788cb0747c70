import fc from 'fast-check'
import { type Document, documentKeyText, normaliseDocument, validateDocument } from '../../../domain/identity'
import { mod11And2 } from '../../../domain/identity/iso7064'
import { addDays } from '../../../domain/time/shanghai'

const TODAY = '2026-11-20'
const resident = (number: string): Document => ({ type: 'resident_id', country: '', number })

const pad = (value: number, width: number) => String(value).padStart(width, '0')
const county = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 99_999 }))
const birthDay = fc.integer({ min: 0, max: 46_000 }).map((days) => addDays('1900-01-01', days).replace(/-/g, ''))
const residentNumber = fc
  .tuple(county, birthDay, fc.integer({ min: 0, max: 999 }))
  .map(([[first, rest], day, sequence]) => `${first}${pad(rest, 5)}${day}${pad(sequence, 3)}`)
  .map((digits) => digits + mod11And2(digits))

const accepts = (number: string) => validateDocument(resident(number), TODAY).ok
const swap = (text: string, index: number) =>
  text.slice(0, index) + text.charAt(index + 1) + text.charAt(index) + text.slice(index + 2)

describe('resident numbers', () => {
  test('every well-made number is accepted, whatever its county', () => {
    fc.assert(fc.property(residentNumber, (number) => accepts(number)))
  })

  test('no number survives one wrong character', () => {
    fc.assert(
      fc.property(residentNumber, (number) => {
        const wrong = [...number].flatMap((right, index) =>
          [...'0123456789X']
            .filter((character) => character !== right)
            .map((character) => number.slice(0, index) + character + number.slice(index + 1)),
        )
        return wrong.length === 180 && !wrong.some(accepts)
      }),
    )
  })

  test('no number survives the swap of two different neighbours', () => {
    fc.assert(
      fc.property(residentNumber, fc.nat({ max: 16 }), (number, index) => {
        fc.pre(number.charAt(index) !== number.charAt(index + 1))
        return !accepts(swap(number, index))
      }),
    )
  })

  test('the 15-digit and the 18-digit form are one document', () => {
    const bornLastCentury = residentNumber.filter((number) => number.slice(6, 8) === '19')
    fc.assert(
      fc.property(bornLastCentury, (number) => {
        const old = number.slice(0, 6) + number.slice(8, 17)
        expect(old).toHaveLength(15)
        expect(normaliseDocument(resident(old)).number).toBe(number)
        expect(documentKeyText(resident(old))).toBe(documentKeyText(resident(number)))
      }),
    )
  })

  test('today is the last possible birthday', () => {
    const digits = '32110220261120001'
    const bornThen = resident(digits + mod11And2(digits))
    expect(validateDocument(bornThen, '2026-11-20').ok).toBe(true)
    expect(validateDocument(bornThen, '2026-11-19')).toMatchObject({ ok: false, code: 'document_date' })
  })
})

describe('any document', () => {
  test('any text is accepted or refused with a code, and what is accepted stays as it is when validated again', () => {
    const types = fc.constantFrom(
      'resident_id',
      'residence_permit_hmt',
      'passport',
      'travel_permit_taiwan',
    ) as fc.Arbitrary<Document['type']>
    const number = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.stringMatching(/^[0-9A-Z]{5,20}$/))
    const country = fc.constantFrom('', 'CHN', 'PAK', 'pak', 'ZZZ')
    fc.assert(
      fc.property(types, country, number, (type, from, text) => {
        const result = validateDocument({ type, country: from, number: text }, TODAY)
        if (result.ok) {
          expect(validateDocument(result.value, TODAY)).toEqual(result)
          expect(documentKeyText(result.value)).toBe(documentKeyText({ type, country: from, number: text }))
        } else {
          expect(result.code).toMatch(/^document_(shape|date|check_digit|country)$/)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('spelling does not change the look-up text', () => {
    const noise = fc.array(fc.constantFrom(' ', '-', '\u3000', '\u00a0', '–', '\u200b', '－'), { maxLength: 6 })
    fc.assert(
      fc.property(residentNumber, noise, fc.boolean(), fc.nat(17), (number, blanks, wide, at) => {
        const typed = number.slice(0, at) + blanks.join('') + number.slice(at).toLowerCase()
        const spelt = wide ? typed.replace(/[0-9x]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) : typed
        expect(documentKeyText(resident(spelt))).toBe(documentKeyText(resident(number)))
      }),
    )
  })

  test('one number in two countries is two documents', () => {
    const passport = (country: string): Document => ({ type: 'passport', country, number: 'P1234567' })
    expect(documentKeyText(passport('PAK'))).not.toBe(documentKeyText(passport('IND')))
  })
})
