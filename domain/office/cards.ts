/**
 * Suspending, revoking and restoring a card: who may go from which state to which, and why. A suspension can be lifted, a
 * revocation is final: the serials on status lists never come back to life. Reasons are a closed list. Source: product
 * "Gate" (suspended and revoked told apart), "Staff office" (audit of every action).
 */
import type { CardStatus } from '../card/api'
import { ok, type Result, refuse } from '../result'

/** States that staff can give a card. */
export const settableStatuses = ['active', 'suspended', 'revoked'] as const
export type SettableStatus = (typeof settableStatuses)[number]

/** Why, by the state that the card is given; `other` needs a note. */
export const cardReasons = {
  active: ['resolved', 'mistake', 'other'],
  suspended: ['phone_lost', 'sharing', 'misuse', 'identity_doubt', 'holder_asked', 'other'],
  revoked: ['holder_asked', 'misuse', 'not_entitled', 'deceased', 'issued_in_error', 'other'],
} as const satisfies Record<SettableStatus, readonly string[]>
export type CardReason = (typeof cardReasons)[SettableStatus][number]

export type CardChange = { status: SettableStatus; reason: CardReason; note?: string | undefined }

export type CardChangeRefusal = 'revocation_final' | 'card_not_activated' | 'card_reason_missing'

/**
 * Decides a change of state.
 * @returns `same` when the card is in that state already: a repeated request changes nothing
 */
export function decideCardChange(
  current: CardStatus,
  { status, reason, note }: CardChange,
): Result<'change' | 'same', CardChangeRefusal> {
  const reasons: readonly string[] = cardReasons[status]
  if (!reasons.includes(reason) || (reason === 'other' && !note?.trim())) {
    return refuse('card_reason_missing')
  }
  if (current === status) {
    return ok('same')
  }
  if (current === 'revoked') {
    return refuse('revocation_final')
  }
  // A card that nobody has activated opens nothing; it can only be ended.
  return current === 'issued' && status !== 'revoked' ? refuse('card_not_activated') : ok('change')
}
