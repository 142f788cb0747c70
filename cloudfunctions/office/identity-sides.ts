/** An identity as it is stored: named by a document or a card, found through its claims, shown masked. */

import { normaliseCardNumber } from '../../domain/card/number'
import { lastFour, maskDocument, validateDocument } from '../../domain/identity'
import type { IdentitySide } from '../../domain/identity/aliases'
import type { IdentityReference, IdentityView } from '../../domain/office/identity-api'
import { ok, type Result, refuse } from '../../domain/result'
import { dayOf, type Instant } from '../../domain/time/shanghai'
import { documentClaim, identityOf } from '../_kit/claims'
import { digestFor } from '../_kit/digest'
import { digestTag } from '../_kit/look-ups'
import type { AliasRecord } from '../_kit/records/identity'
import { get } from '../_kit/store'
import type { Transaction } from '../_kit/transaction'

/** A document by its digest, with what may be shown of it. */
export type Named = Pick<AliasRecord, 'digest' | 'type' | 'masked'>

/** The document that a reference names. */
export async function nameOf(
  of: IdentityReference,
  now: Instant,
): Promise<Result<Named, 'document_invalid' | 'card_unknown'>> {
  if ('cardNumber' in of) {
    const card = await get('cards', normaliseCardNumber(of.cardNumber))
    return card ? ok({ digest: card.digest, type: '', masked: `…${card.last4}` }) : refuse('card_unknown')
  }
  const document = validateDocument(of.document, dayOf(now))
  if (!document.ok) {
    return refuse('document_invalid', { why: document.code })
  }
  const { type } = document.value
  return ok({
    digest: await digestFor(document.value),
    type,
    masked: maskDocument(document.value) || lastFour(document.value),
  })
}

/** The identity that a document belongs to: itself, or what it is an alias of. */
export async function sideOf(transaction: Transaction, digest: string): Promise<IdentitySide> {
  const claim = await transaction.get('claims', documentClaim(digest))
  const identity = claim?.aliasOf ?? digest
  const held = claim?.aliasOf ? await transaction.get('claims', documentClaim(identity)) : claim
  const card = held?.card ?? null
  return { digest: identity, card, applying: card === null && held?.application != null }
}

/** The subject of an audit entry: the card, or the document's tag. */
export function subjectOf({ card, digest }: IdentitySide): string {
  return card ?? digestTag(digest)
}

/** What staff see of the identity that a document belongs to. */
export async function identityView(document: string): Promise<IdentityView> {
  const digest = await identityOf(document)
  const [claim, stored] = await Promise.all([get('claims', documentClaim(digest)), get('identities', digest)])
  const card = claim?.card ? await get('cards', claim.card) : null
  return {
    card: card && { number: card._id, status: card.status, maskedName: card.maskedName, last4: card.last4 },
    applying: claim?.card == null && claim?.application != null,
    aliases: (stored?.aliases ?? []).map(({ digest: _digest, by: _by, byName, ...alias }) => ({
      ...alias,
      by: byName,
    })),
  }
}
