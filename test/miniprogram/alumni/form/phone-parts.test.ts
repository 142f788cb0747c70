/** Country code and number, apart and together (ITU-T E.164). */
import fc from 'fast-check'
import { joinPhone, splitPhone } from '../../../../miniprogram/alumni/pages/form/phone-parts'

test.each([
  ['+8613812345678', '86', '13812345678'],
  ['+12025550123', '1', '2025550123'],
  ['+79161234567', '7', '9161234567'],
  ['+447700900123', '44', '7700900123'],
  ['+85251234567', '852', '51234567'],
  ['+2348012345678', '234', '8012345678'],
  ['+233201234567', '233', '201234567'],
])('%s is +%s and %s', (phone, code, number) => {
  expect(splitPhone(phone)).toEqual({ code, number })
  expect(joinPhone({ code, number })).toBe(phone)
})

test('what is not E.164 stays as it was typed, with the home code', () => {
  expect(splitPhone('138')).toEqual({ code: '86', number: '138' })
  expect(splitPhone('')).toEqual({ code: '86', number: '' })
})

test('nothing typed is no phone, and a number with its own + is taken whole', () => {
  expect(joinPhone({ code: '86', number: ' ' })).toBe('')
  expect(joinPhone({ code: '86', number: '+44 7700 900123' })).toBe('+447700900123')
})

test('every E.164 number survives the way there and back', () => {
  const digits = fc.stringMatching(/^[1-9]\d{7,14}$/)
  fc.assert(fc.property(digits, (text) => expect(joinPhone(splitPhone(`+${text}`))).toBe(`+${text}`)))
})
