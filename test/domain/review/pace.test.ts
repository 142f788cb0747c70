import { secondsLeft } from '../../../domain/review/pace'

test('nobody can tell from one look, or while nothing moves', () => {
  expect(secondsLeft([], 100)).toBeNull()
  expect(secondsLeft([{ at: 0, done: 10 }], 100)).toBeNull()
  expect(
    secondsLeft(
      [
        { at: 0, done: 10 },
        { at: 60_000, done: 10 },
      ],
      100,
    ),
  ).toBeNull()
})

test('from the pace of the last minute, not of a pause before it', () => {
  expect(
    secondsLeft(
      [
        { at: 0, done: 0 },
        { at: 10_000, done: 100 },
      ],
      400,
    ),
  ).toBe(30)
  const samples = [
    { at: 0, done: 0 },
    { at: 600_000, done: 10 },
    { at: 610_000, done: 110 },
  ]
  expect(secondsLeft(samples, 210)).toBe(10)
})

test('at the end it is never nothing', () => {
  expect(
    secondsLeft(
      [
        { at: 0, done: 0 },
        { at: 10_000, done: 400 },
      ],
      400,
    ),
  ).toBe(1)
})
