import fc from 'fast-check'
import { type Document, lastFour, maskDocument } from '../../../domain/identity'

const passport = (number: string): Document => ({ type: 'passport', country: 'PAK', number })

test('the mask is as long as the number and hides its middle', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z0-9]{5,20}$/), (number) => {
      const mask = maskDocument(passport(number))
      const shown = mask.replace(/\*/g, '')
      expect(mask).toHaveLength(number.length)
      expect(shown).toHaveLength(number.length < 15 ? 3 : 7)
    }),
  )
})

test.each(['', 'A', 'AB', 'ABC'])('a text too short to be a number (%j) shows nothing', (number) => {
  expect(maskDocument(passport(number))).toBe('*'.repeat(number.length))
})

test('the last four are capitals, and shorter texts are padded on the left', () => {
  expect(lastFour(passport('ab12x'))).toBe('B12X')
  expect(lastFour(passport('7x'))).toBe('--7X')
  expect(lastFour(passport(''))).toBe('----')
})
