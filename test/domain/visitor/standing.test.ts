import type { ApplicationLife } from '../../../domain/registration/life'
import { visitorStanding } from '../../../domain/visitor/standing'

const TODAY = '2027-03-02'
const submitted: ApplicationLife = { status: 'submitted', round: '2027-03-04', reviewFrom: 2, submittedAt: 1 }
const decided = (
  kind: 'approve' | 'return' | 'reject',
  reason?: 'forged' | 'not_found_in_archive',
): ApplicationLife => ({
  ...submitted,
  status: 'decided',
  result: { kind, ...(reason && { reason }), at: 3, round: '2027-03-04' },
})
const card = (status: 'issued' | 'active' | 'suspended' | 'revoked', validUntil: string | null = '2028-03-01') => ({
  status,
  validUntil,
})

test.each([
  ['waits for the review', submitted, null, 'known'],
  ['has to amend the application', decided('return'), null, 'known'],
  ['was not found in the archive', decided('reject', 'not_found_in_archive'), null, 'known'],
  ['handed in a forged proof', decided('reject', 'forged'), null, 'doubtful'],
  ['has withdrawn', { ...submitted, status: 'withdrawn' as const }, null, 'nobody'],
  ['has never applied', null, null, 'nobody'],
  ['waits for activation', decided('approve'), card('issued', null), 'known'],
  ['holds a card', decided('approve'), card('active'), 'holder'],
  ['holds a card on its last day', null, card('active', TODAY), 'holder'],
  ['holds an expired card', null, card('active', '2027-03-01'), 'known'],
  ['holds a suspended card', null, card('suspended'), 'doubtful'],
  ['applies again after a revocation', submitted, card('revoked'), 'doubtful'],
] as const)('somebody who %s', (_, application, held, standing) => {
  expect(visitorStanding(application, held, TODAY)).toBe(standing)
})
