/** Looking a card up: what was typed, what a wrong one is answered, what a right one may. */
import { cardNumberFor } from '../../../domain/card/number'
import { decideLookUp, lookUpRefusal, readCardNumber } from '../../../domain/gate/look-up'
import { addDays, dayOf, instantAt } from '../../../domain/time/shanghai'
import { findPoint } from '../../../domain/university'

const NOW = instantAt('2027-03-05', '09:00')
const TODAY = dayOf(NOW)
const right = cardNumberFor(1, new Uint8Array(16))!
const typo = right.slice(0, -1) + ((Number(right.at(-1)) + 1) % 10)
const gate = findPoint('gate-east')!

test('a number is read as people type it; what no card can have is none', () => {
  expect(readCardNumber(` ${right.slice(0, 4)} ${right.slice(4)} `)).toBe(right)
  expect(readCardNumber(typo)).toBe(typo)
  for (const text of ['', 'abc', right.slice(1), `${right}0`, `7${right.slice(1)}`, '11010519491231002X']) {
    expect(readCardNumber(text)).toBeNull()
  }
})

test('every single wrong digit is told from a card that is not there', () => {
  expect(lookUpRefusal(right)).toBe('look_up_not_matched')
  expect(lookUpRefusal(null)).toBe('card_number_typo')
  for (let place = 1; place < right.length; place += 1) {
    for (let digit = 0; digit < 10; digit += 1) {
      const typed = right.slice(0, place) + digit + right.slice(place + 1)
      expect(lookUpRefusal(typed)).toBe(typed === right ? 'look_up_not_matched' : 'card_number_typo')
    }
  }
})

test('the verdict, in the order of the pass', () => {
  const card = { status: 'active', class: 1, validUntil: TODAY } as const
  const over = { validUntil: addDays(TODAY, -1) }
  expect(decideLookUp(card, gate, NOW)).toBe('admitted')
  expect(decideLookUp({ ...card, class: 9 }, gate, NOW)).toBe('not_allowed_here')
  expect(decideLookUp({ ...card, class: 9, ...over }, gate, NOW)).toBe('expired')
  expect(decideLookUp({ ...card, ...over, status: 'suspended' }, gate, NOW)).toBe('suspended')
  expect(decideLookUp({ ...card, ...over, status: 'revoked' }, gate, NOW)).toBe('revoked')
})
