/** Which state a card can be given, and why. */
import { cardReasons, decideCardChange, settableStatuses } from '../../../domain/office/cards'

const change = (
  from: Parameters<typeof decideCardChange>[0],
  status: (typeof settableStatuses)[number],
  note?: string,
) => decideCardChange(from, { status, reason: cardReasons[status][0], note })

test.each([
  ['active', 'suspended', 'change'],
  ['active', 'revoked', 'change'],
  ['suspended', 'active', 'change'],
  ['suspended', 'revoked', 'change'],
  ['issued', 'revoked', 'change'],
  ['active', 'active', 'same'],
  ['suspended', 'suspended', 'same'],
  ['revoked', 'revoked', 'same'],
] as const)('from %s to %s: %s', (from, to, value) => {
  expect(change(from, to)).toEqual({ ok: true, value })
})

test.each([
  ['revoked', 'active', 'revocation_final'],
  ['revoked', 'suspended', 'revocation_final'],
  ['issued', 'active', 'card_not_activated'],
  ['issued', 'suspended', 'card_not_activated'],
] as const)('from %s to %s is refused: %s', (from, to, code) => {
  expect(change(from, to)).toEqual({ ok: false, code })
})

test('card_reason_missing: a reason of another state, or "other" without a note', () => {
  const refused = { ok: false, code: 'card_reason_missing' }
  expect(decideCardChange('active', { status: 'suspended', reason: 'deceased' })).toEqual(refused)
  expect(decideCardChange('suspended', { status: 'active', reason: 'misuse' })).toEqual(refused)
  for (const status of settableStatuses) {
    expect(decideCardChange('active', { status, reason: 'other' })).toEqual(refused)
    expect(decideCardChange('active', { status, reason: 'other', note: '  ' })).toEqual(refused)
    expect(decideCardChange('active', { status, reason: 'other', note: 'seen twice' }).ok).toBe(true)
  }
})
