/**
 * Suspending, restoring and revoking a card. Card, binding and audit entry change in one transaction, so the gate
 * online and the card on its phone agree at once; a new status list tells the gates that are offline. Revoking frees
 * document and account, so that its holder can register again. Rules: domain/office/cards.
 */
import { normaliseCardNumber } from '../../domain/card/number'
import type { OfficeInput } from '../../domain/office/api'
import { decideCardChange } from '../../domain/office/cards'
import { ok, type Result, refuse } from '../../domain/result'
import { recordAction } from '../_kit/audit'
import { standingFields } from '../_kit/binding-state'
import { accountClaim, documentClaim } from '../_kit/claims'
import { askForList } from '../_kit/list-hint'
import type { Call } from '../_kit/serve'
import type { Stored } from '../_kit/store'
import { type Transaction, transact } from '../_kit/transaction'
import type { Answer, OfficeRefusal } from './answer'
import { cardView } from './card-view'

type Change = Omit<OfficeInput<'setCardStatus'>, 'cardNumber'>

export async function setCardStatus(change: OfficeInput<'setCardStatus'>, call: Call): Answer<'setCardStatus'> {
  const number = normaliseCardNumber(change.cardNumber)
  const changed = await transact((transaction) => changeCard(transaction, number, change, call))
  if (!changed.ok) {
    return changed
  }
  const { card, isNew } = changed.value
  if (isNew && card.binding) {
    await askForList([card.binding.serial], call.now)
  }
  return ok({ card: await cardView(card) })
}

type Changed = { card: Stored<'cards'>; isNew: boolean }

/** Changes a card inside a transaction; whoever calls asks for a new status list afterwards. */
export async function changeCard(
  transaction: Transaction,
  number: string,
  { status, reason, note = '' }: Change,
  call: Call,
): Promise<Result<Changed, OfficeRefusal>> {
  const card = await transaction.get('cards', number)
  if (!card) {
    return refuse('card_unknown')
  }
  const decision = decideCardChange(card.status, { status, reason, note })
  if (!decision.ok) {
    return decision
  }
  if (decision.value === 'same') {
    return ok({ card, isNew: false })
  }
  const { openid, now, staff } = call
  const change = { status, reason, note, at: now, by: openid, byName: staff?.name ?? '' }
  await transaction.update('cards', number, { status, change })
  await changeBinding(transaction, card, status, now)
  if (status === 'revoked') {
    await freePerson(transaction, card)
  }
  await recordAction(transaction, call, 'office.setCardStatus', number, { status, reason })
  return ok({ card: { ...card, status, change }, isNew: true })
}

async function changeBinding(
  transaction: Transaction,
  { binding, validUntil }: Stored<'cards'>,
  cardStatus: Change['status'],
  now: number,
) {
  if (binding && validUntil !== null) {
    const standing = { state: 'current', cardStatus } as const
    await transaction.update('bindings', String(binding.serial), standingFields({ validUntil }, standing, now))
  }
}

// The claims may be those of a later application of the same person or account: only this card's are freed.
async function freePerson(transaction: Transaction, { _id: number, digest, openid, askedFor }: Stored<'cards'>) {
  if (askedFor) {
    // An older card whose holder asks for it: the application goes on as one for a new card.
    await transaction.update('claims', documentClaim(digest), { card: null })
    await transaction.update('applications', askedFor, { collects: null })
    await transaction.update('cards', number, { askedFor: null })
    return
  }
  const claims = [documentClaim(digest), ...(openid === null ? [] : [accountClaim(openid)])]
  for (const claim of claims) {
    if ((await transaction.get('claims', claim))?.card === number) {
      await transaction.remove('claims', claim)
    }
  }
}
