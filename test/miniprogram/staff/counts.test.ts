import { roundUp, sayCount, saySize, shareOf } from '../../../miniprogram/staff/views/counts'

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567, '1,234,567'],
])('%d reads %s', (count, text) => {
  expect(sayCount(count)).toBe(text)
})

test.each([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 5],
  [6, 10],
  [11, 20],
  [49, 50],
  [51, 100],
  [201, 500],
])('the height for %d is %d', (count, top) => {
  expect(roundUp(count)).toBe(top)
})

test('whatever is more than nothing can be seen, and nothing cannot', () => {
  expect(shareOf(0, 100)).toBe(0)
  expect(shareOf(1, 100_000)).toBe(1)
  expect(shareOf(1, 3)).toBe(33.3)
  expect(shareOf(5, 0)).toBe(0)
})

test('sizes are said in kB and MB', () => {
  expect(saySize(120)).toBe('1 kB')
  expect(saySize(28_310)).toBe('28 kB')
  expect(saySize(3_456_789)).toBe('3.5 MB')
})
