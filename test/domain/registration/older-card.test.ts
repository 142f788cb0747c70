import { canBeAskedFor, type OlderCard } from '../../../domain/registration/older-card'

const waiting: OlderCard = { status: 'issued', isImported: true, hasPhone: false, askedFor: null }

test('an older card that waits and has no phone can be asked for', () => {
  expect(canBeAskedFor(waiting)).toBe(true)
})

test.each([
  ['one with a phone: its holder activates it', { hasPhone: true }],
  ['one that is asked for already', { askedFor: 'application-1' }],
  ['one that is active', { status: 'active' as const }],
  ['one that was revoked', { status: 'revoked' as const }],
  ['one that this system issued', { isImported: false }],
])('not %s', (_, changed) => {
  expect(canBeAskedFor({ ...waiting, ...changed })).toBe(false)
})
