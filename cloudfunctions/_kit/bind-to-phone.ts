/**
 * Binding a card to an account and a phone, within the transaction of the activation or renewal that asks for it. One
 * account one card: the claim on the account is inserted here unless the account has it from applying.
 */
import { type Result, refuse } from '../../domain/result'
import type { Day, Instant } from '../../domain/time/shanghai'
import { standingFields } from './binding-state'
import { accountClaim, documentClaim } from './claims'
import { randomSerial } from './random'
import type { Binding, BindingRecord } from './records/card'
import type { Stored } from './store'
import { type Transaction, transact } from './transaction'

/** Who shows the card from now on. */
type Holder = { openid: string; devicePublicKey: string }

/** A card that is or becomes valid; `validUntil` is the new last day. */
type ValidCard = Stored<'cards'> & { validUntil: Day }

/** `replaced`: serial of the phone that showed the card before. */
export type BoundCard = { card: Stored<'cards'>; binding: Binding; replaced: number | null }

/**
 * Runs a transaction that binds a card: a serial that is taken is drawn again, an account that is taken is a refusal.
 */
export async function rebinding<T, Code extends string>(
  work: (transaction: Transaction) => Promise<Result<T, Code>>,
): Promise<Result<T, Code | 'account_has_other_card'>> {
  for (;;) {
    const bound = await transact<T, Code | 'account_has_other_card' | 'serial_taken'>(work, async ({ collection }) =>
      refuse(collection === 'claims' ? 'account_has_other_card' : 'serial_taken'),
    )
    if (bound.ok) {
      return bound
    }
    const { code, details } = bound
    if (code !== 'serial_taken') {
      return refuse(code, details)
    }
  }
}

/**
 * Moves the card to this account and phone.
 * @returns the card with its new account and phone, still to be written by the caller
 */
export async function bindToPhone(
  transaction: Transaction,
  card: ValidCard,
  { openid, devicePublicKey }: Holder,
  now: Instant,
): Promise<BoundCard> {
  if (card.openid !== openid) {
    await moveAccount(transaction, card, openid)
  }
  const replaced = await replace(transaction, card, now)
  const binding = { serial: randomSerial(), devicePublicKey, boundAt: now }
  await transaction.insert('bindings', String(binding.serial), bindingRecord(card, binding))
  return { card: { ...card, openid, binding }, binding, replaced }
}

// From now on the old phone is refused online, and offline from each gate's next list.
async function replace(transaction: Transaction, card: ValidCard, now: Instant): Promise<number | null> {
  const { binding, validUntil, status } = card
  if (!binding) {
    return null
  }
  const replaced = standingFields({ validUntil }, { state: 'replaced', cardStatus: status }, now)
  await transaction.update('bindings', String(binding.serial), replaced)
  return binding.serial
}

// The insert fails when this account holds another card or has an application of its own.
async function moveAccount(transaction: Transaction, card: Stored<'cards'>, openid: string) {
  const claim = { application: card.application, card: card._id, openid }
  await transaction.insert('claims', accountClaim(openid), claim)
  if (card.openid !== null) {
    await transaction.remove('claims', accountClaim(card.openid))
  }
  await transaction.update('claims', documentClaim(card.digest), { openid })
}

function bindingRecord(card: ValidCard, { serial, boundAt }: Binding): BindingRecord {
  return {
    cardNumber: card._id,
    serial,
    state: 'current',
    cardStatus: card.status,
    listed: null,
    listedUntil: 0,
    class: card.class,
    maskedName: card.maskedName,
    last4: card.last4,
    portrait: card.portrait,
    validUntil: card.validUntil,
    boundAt,
  }
}
