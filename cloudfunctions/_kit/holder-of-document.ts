/**
 * The card that a document leads to. A document that was joined to another one leads to that one's card
 * (domain/identity/ aliases), which takes one read more: whoever measures it learns that a document they know was
 * joined, nothing else.
 */
import { documentClaim } from './claims'
import { get } from './store'

/** `digest`: that of the identity; `number` null: there is no card. */
export async function holderOf(digest: string): Promise<{ digest: string; number: string | null }> {
  const claim = await get('claims', documentClaim(digest))
  if (!claim?.aliasOf) {
    return { digest, number: claim?.card ?? null }
  }
  const identity = await get('claims', documentClaim(claim.aliasOf))
  return { digest: claim.aliasOf, number: identity?.card ?? null }
}
