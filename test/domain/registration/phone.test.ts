import { checkPhone, maskPhone, normalisePhone } from '../../../domain/registration/phone'

describe('phone numbers', () => {
  test.each([
    ['13800000000', '+8613800000000'],
    ['+86 138-0000-0000', '+8613800000000'],
    ['0086 13800000000', '+8613800000000'],
    ['+44 (20) 7946 0958', '+442079460958'],
  ])('%s is stored as %s', (typed, stored) => {
    expect(normalisePhone(typed)).toBe(stored)
    expect(checkPhone(typed)).toBeNull()
  })

  test.each(['+8612345', '+86128000000000', '12345', 'call me', '+0123456789', '+1234567890123456'])(
    'phone_shape: %s',
    (typed) => {
      expect(checkPhone(typed)).toBe('phone_shape')
    },
  )

  test('required: nothing, or only the plus sign', () => {
    expect(checkPhone('')).toBe('required')
    expect(checkPhone(' + ')).toBe('required')
  })

  test('a masked number keeps the country and the last four digits only', () => {
    expect(maskPhone('+8613800001234')).toBe('+86 ··· 1234')
    expect(maskPhone('+442079460958')).toBe('+44 ··· 0958')
  })
})
