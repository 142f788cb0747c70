import { byteRange } from '../../../emulator/cloud/storage/byte-range'

test.each([
  ['bytes=0-0', { start: 0, end: 1 }],
  ['bytes=2-', { start: 2, end: 10 }],
  ['bytes=2-99', { start: 2, end: 10 }],
  ['bytes=-3', { start: 7, end: 10 }],
  ['bytes=-30', { start: 0, end: 10 }],
  ['bytes=10-', 'outside'],
  ['bytes=5-4', 'outside'],
  ['bytes=0-1,3-4', null],
  ['lines=1-2', null],
  [undefined, null],
])('%s of ten bytes', (header, range) => {
  expect(byteRange(header, 10)).toEqual(range)
})

test('an empty file has no bytes to give', () => {
  expect(byteRange('bytes=0-0', 0)).toBe('outside')
})
