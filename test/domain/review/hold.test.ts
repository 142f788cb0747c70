import { HOLD_LASTS, holdOf, holdView, isHeldByOther, noHold } from '../../../domain/review/hold'

const NOON = 1_795_000_000_000
const hold = holdOf({ by: 'o-zhou', name: '周敏' }, NOON)

test('a hold is the reviewer’s until it lapses by the clock alone', () => {
  expect(isHeldByOther(hold, 'o-sun', NOON + HOLD_LASTS - 1)).toBe(true)
  expect(isHeldByOther(hold, 'o-sun', NOON + HOLD_LASTS)).toBe(false)
  expect(isHeldByOther(hold, 'o-zhou', NOON)).toBe(false)
})

test('colleagues read a name and a time, never the account', () => {
  expect(holdView(hold, 'o-sun', NOON)).toEqual({ mine: false, name: '周敏', until: NOON + HOLD_LASTS })
  expect(holdView(hold, 'o-zhou', NOON)).toMatchObject({ mine: true })
  expect(holdView(hold, 'o-sun', NOON + HOLD_LASTS)).toBeNull()
})

test('what nobody holds is free at any time', () => {
  expect(isHeldByOther(noHold, 'o-sun', 1)).toBe(false)
  expect(holdView(noHold, 'o-sun', 1)).toBeNull()
})
