/** Who may open the library's digital resources: one test for each refusal, and the last day. */
import { LINKS_PER_DAY, readerRefusal } from '../../../domain/library/reader'

const card = { status: 'active' as const, class: 1, validUntil: '2029-03-04' }

test('an active alumni card through its last day', () => {
  expect(readerRefusal(card, '2027-03-05')).toBeNull()
  expect(readerRefusal(card, '2029-03-04')).toBeNull()
})

test.each([
  ['reader_suspended', { ...card, status: 'suspended' as const }, '2027-03-05'],
  ['reader_revoked', { ...card, status: 'revoked' as const }, '2027-03-05'],
  ['reader_expired', card, '2029-03-05'],
  ['reader_visitor', { ...card, class: 2 }, '2027-03-05'],
])('%s', (refusal, given, today) => {
  expect(readerRefusal(given, today)).toBe(refusal)
})

test('what staff decided is said before what time did', () => {
  expect(readerRefusal({ ...card, status: 'suspended' }, '2030-01-01')).toBe('reader_suspended')
})

test('a reader is never short of links', () => {
  expect(LINKS_PER_DAY).toBeGreaterThanOrEqual(50)
})
