/** Who already holds a claim that a new application asked for, in the words of a refusal. */
import { type Refused, refuse } from '../../domain/result'
import { accountClaim, documentClaim } from '../_kit/claims'
import { get } from '../_kit/store'
import { Busy } from '../_kit/store-errors'

/**
 * Why document or account may not apply (again): the person has a card, the account has an application, or somebody else's
 * account has one with this document.
 * @throws Busy when the claims are gone by now; asking again will succeed
 */
export async function claimRefusal(
  digest: string,
  openid: string,
): Promise<Refused<'card_exists' | 'already_applied' | 'document_in_use'>> {
  const [person, account] = await Promise.all([
    get('claims', documentClaim(digest)),
    get('claims', accountClaim(openid)),
  ])
  // An application of one's own for an older card: the card is not one's own yet.
  if (account?.application && !account.card && account.application === person?.application) {
    return refuse('already_applied')
  }
  if (person?.card || account?.card) {
    return refuse('card_exists')
  }
  if (account) {
    return refuse('already_applied')
  }
  if (person) {
    return refuse('document_in_use')
  }
  throw new Busy()
}
