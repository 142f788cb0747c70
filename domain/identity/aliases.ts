/**
 * One person, several documents over the years (a renewed passport, a permit that became a residence card): staff join two
 * documents into one identity, and both lead to its one card. One document is the identity, the others are its aliases, never
 * aliases of aliases. Source: notice 5(1), "one person, one code, one identity".
 */
import { ok, type Result, refuse } from '../result'

export const joinReasons = ['renewed_document', 'other_document', 'registered_twice', 'other'] as const
export type JoinReason = (typeof joinReasons)[number]

/** An identity as joining sees it: the document that names it, its card, whether it has an application without a card yet. */
export type IdentitySide = { digest: string; card: string | null; applying: boolean }

/** Which identity remains, which becomes its alias, and which card is revoked for it. */
export type Join = { remains: IdentitySide; joins: IdentitySide; revoke: string | null }

export type JoinRefusal = 'identity_joined' | 'identity_two_cards' | 'identity_applying'

/**
 * Decides a join. The identity with the card remains, else the one with the application, else the first.
 * @param revoke of two cards, the one to revoke in the same act
 */
export function decideJoin(one: IdentitySide, other: IdentitySide, revoke: string | null): Result<Join, JoinRefusal> {
  if (one.digest === other.digest) {
    return refuse('identity_joined')
  }
  if (one.card !== null && other.card !== null) {
    const ending = [one, other].find(({ card }) => card === revoke)
    if (!ending) {
      return refuse('identity_two_cards', { one: one.card, other: other.card })
    }
    return ok({ remains: ending === one ? other : one, joins: ending, revoke })
  }
  const weight = ({ card, applying }: IdentitySide) => (card !== null ? 2 : Number(applying))
  const [remains, joins] = weight(other) > weight(one) ? [other, one] : [one, other]
  return joins.applying ? refuse('identity_applying') : ok({ remains, joins, revoke: null })
}
