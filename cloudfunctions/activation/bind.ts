/**
 * Binding a card to an account and a phone, in one transaction with the claims, the old binding and the message. One account
 * one card: the claim on the account is inserted here unless the account has it from applying.
 */
import { type ActivationRefusal, decideActivation } from '../../domain/activation/rules'
import { validUntil } from '../../domain/card/term'
import { ok, type Result, refuse } from '../../domain/result'
import { dayOf, type Instant } from '../../domain/time/shanghai'
import { standingFields } from '../_kit/binding-state'
import { accountClaim, documentClaim } from '../_kit/claims'
import { outboxEntry } from '../_kit/outbox'
import { randomSerial } from '../_kit/random'
import type { Binding, BindingRecord } from '../_kit/records'
import { cardPhoneOf } from '../_kit/sealed-fields'
import type { Call } from '../_kit/serve'
import type { Stored } from '../_kit/store'
import { type Transaction, transact } from '../_kit/transaction'
import type { Proof } from './proof'

type Request = {
  /** The card that the document claims; null when there is none. */
  number: string | null
  digest: string
  proof: Proof
  devicePublicKey: string
}

/** `replaced`: serial of the phone that showed the card before. */
type Bound = { card: Stored<'cards'>; binding: Binding; replaced: number | null }
type BindRefusal = ActivationRefusal | 'account_has_other_card'

/** Looking for nobody takes the same steps as looking for somebody. */
const NOBODY = 'nobody'

/** Binds the card, or says why not. */
export async function bind(request: Request, call: Call): Promise<Result<Bound, BindRefusal>> {
  for (;;) {
    const bound = await transact<Bound, BindRefusal | 'serial_taken'>(
      (transaction) => bindOnce(transaction, request, call),
      async ({ collection }) => refuse(collection === 'claims' ? 'account_has_other_card' : 'serial_taken'),
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

async function bindOnce(
  transaction: Transaction,
  { number, digest, proof, devicePublicKey }: Request,
  { openid, now }: Call,
): Promise<Result<Bound, BindRefusal>> {
  const found = await transaction.get('cards', number ?? NOBODY)
  const card = found?.digest === digest ? found : null
  const decision = decideActivation(card, card !== null && proof(card), now)
  if (!card || !decision.ok) {
    return decision.ok ? refuse('activation_not_matched') : decision
  }
  if (card.openid !== openid) {
    await moveAccount(transaction, card, openid)
  }
  const replaced = await replace(transaction, card, now)
  const binding = { serial: randomSerial(), devicePublicKey, boundAt: now }
  const active = { ...card, ...activeFields(card, now), openid, binding }
  await transaction.insert('bindings', String(binding.serial), bindingRecord(active, binding))
  const { status, activatedAt, validUntil: lastDay } = active
  await transaction.update('cards', card._id, { status, activatedAt, validUntil: lastDay, openid, binding })
  await transaction.insert('outbox', ...messageOf(active, binding.serial, now))
  return ok({ card: active, binding, replaced })
}

function activeFields({ activatedAt, validUntil: lastDay, validityYears }: Stored<'cards'>, now: Instant) {
  return {
    status: 'active' as const,
    activatedAt: activatedAt ?? now,
    validUntil: lastDay ?? validUntil(dayOf(now), validityYears),
  }
}

// From now on the old phone is refused online, and offline from each gate's next list.
async function replace(transaction: Transaction, card: Stored<'cards'>, now: Instant): Promise<number | null> {
  const { binding, validUntil: lastDay, status } = card
  if (!binding || lastDay === null) {
    return null
  }
  const replaced = standingFields({ validUntil: lastDay }, { state: 'replaced', cardStatus: status }, now)
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

function bindingRecord(card: Stored<'cards'> & { validUntil: string }, { serial, boundAt }: Binding): BindingRecord {
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

function messageOf(card: Stored<'cards'> & { validUntil: string }, serial: number, now: Instant) {
  return outboxEntry(
    {
      event: 'card_activated',
      subject: `${card._id}:${serial}`,
      phone: cardPhoneOf(card),
      language: card.language,
      parameters: [card._id, card.validUntil],
    },
    now,
  )
}
