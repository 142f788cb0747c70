/** Binding a card in one transaction with the claims, the old binding and the message. */
import { type ActivationRefusal, decideActivation } from '../../domain/activation/rules'
import { isExpired, validUntil } from '../../domain/card/term'
import { ok, type Result, refuse } from '../../domain/result'
import { dayOf, type Instant } from '../../domain/time/shanghai'
import { type BoundCard, bindToPhone, rebinding } from '../_kit/bind-to-phone'
import { type CardRequest, cardOfRequest } from '../_kit/claimed-card'
import { outboxEntry } from '../_kit/outbox'
import { cardPhoneOf } from '../_kit/sealed-fields'
import type { Call } from '../_kit/serve'
import type { Stored } from '../_kit/store'
import type { Transaction } from '../_kit/transaction'

type BindRefusal = ActivationRefusal | 'account_has_other_card'

/** Binds the card, or says why not. */
export function bind(request: CardRequest, call: Call): Promise<Result<BoundCard, BindRefusal>> {
  return rebinding((transaction) => bindOnce(transaction, request, call))
}

async function bindOnce(
  transaction: Transaction,
  request: CardRequest,
  { openid, now }: Call,
): Promise<Result<BoundCard, BindRefusal>> {
  const { card, proved } = await cardOfRequest(transaction, request)
  const decision = decideActivation(card, proved, now)
  if (!card || !decision.ok) {
    return decision.ok ? refuse('activation_not_matched') : decision
  }
  const active = { ...card, ...activeFields(card, now) }
  const bound = await bindToPhone(transaction, active, { openid, devicePublicKey: request.devicePublicKey }, now)
  const { status, activatedAt, validUntil: lastDay, binding } = bound.card
  await transaction.update('cards', card._id, { status, activatedAt, validUntil: lastDay, openid, binding })
  await transaction.insert('outbox', ...messageOf(active, bound.binding.serial, now))
  return ok(bound)
}

// An earlier card keeps a term that has not ended; one that has begins anew (archive/older-card).
function activeFields({ activatedAt, validUntil: lastDay, validityYears }: Stored<'cards'>, now: Instant) {
  const today = dayOf(now)
  const isRunning = lastDay !== null && !isExpired(lastDay, today)
  return {
    status: 'active' as const,
    activatedAt: activatedAt ?? now,
    validUntil: isRunning ? lastDay : validUntil(today, validityYears),
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
