/**
 * Whether the stored card can be shown now, and if not why: decided on the phone alone, so that it is the same with and
 * without a network. The gate decides again for itself. Source: notice 5(2); product "The card".
 */
import { dayOf, type Instant, isExpired } from '../../lib/domain'
import type { StoredCard } from '../../services/wallet'

/** Why there is no code. `moved`: bound to another phone; `stale`: the credential ran out, going online renews it. */
export type Blocked = 'suspended' | 'revoked' | 'expired' | 'moved' | 'stale'

/** The reason why this card shows no code, or null when it does. */
export function blockedBy({ card, credential }: StoredCard, now: Instant): Blocked | null {
  if (card.status === 'suspended' || card.status === 'revoked') {
    return card.status
  }
  const today = dayOf(now)
  if (isExpired(card.validUntil, today)) {
    return 'expired'
  }
  if (!credential) {
    return 'moved'
  }
  return isExpired(credential.expires, today) ? 'stale' : null
}

/** True while a card shows its code and its holder may already renew it; the server said from when. */
export function mayRenew(stored: StoredCard, now: Instant): boolean {
  const { renewableFrom } = stored.card
  return blockedBy(stored, now) === null && !!renewableFrom && renewableFrom <= dayOf(now)
}
