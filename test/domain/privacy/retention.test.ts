/** What is shredded when, and what the card keeps. */
import { policies } from '../../../domain/office/policies'
import { DRAFT_PHOTO_LIFETIME, keepsPortrait, shredBefore, UPLOAD_LIFETIME } from '../../../domain/privacy/retention'
import { DAY } from '../../../domain/time/shanghai'

const result = (kind: 'approve' | 'return' | 'reject') => ({ kind, at: 0, round: '2027-03-04' })

test('thirty days count from the decision, to the millisecond', () => {
  const decided = 1_800_000_000_000
  const { usual } = policies.shredDays
  expect(usual).toBe(30)
  expect(shredBefore(decided + 30 * DAY, usual)).toBe(decided)
  expect(shredBefore(decided + 30 * DAY - 1, usual)).toBeLessThan(decided)
})

test('the portrait outlives the review on a card, and while the application may be amended', () => {
  expect(keepsPortrait({ status: 'decided', result: result('approve') })).toBe(true)
  expect(keepsPortrait({ status: 'decided', result: result('return') })).toBe(true)
  expect(keepsPortrait({ status: 'submitted', result: null })).toBe(true)
  expect(keepsPortrait({ status: 'decided', result: result('reject') })).toBe(false)
  expect(keepsPortrait({ status: 'withdrawn', result: null })).toBe(false)
  expect(keepsPortrait({ status: 'withdrawn', result: result('return') })).toBe(false)
})

test('a draft forgets a photo before the server may delete it', () => {
  expect(DRAFT_PHOTO_LIFETIME).toBeLessThan(UPLOAD_LIFETIME)
})
