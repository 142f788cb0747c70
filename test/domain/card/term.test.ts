import { isExpired, validUntil } from '../../../domain/card/term'

describe('the card’s term', () => {
  test('two years from activation, the last day included', () => {
    expect(validUntil('2026-11-27', 2)).toBe('2028-11-26')
    expect(isExpired('2028-11-26', '2028-11-26')).toBe(false)
    expect(isExpired('2028-11-26', '2028-11-27')).toBe(true)
  })

  test('a card of the leap day ends on the last of February', () => {
    expect(validUntil('2028-02-29', 2)).toBe('2030-02-27')
  })
})
