/**
 * Renewing a card by ID number and proof of the registered phone, as at activation. Who renews on the phone that shows the
 * card keeps its serial, so no gate needs to hear of it; who renews on another one moves the card there with the same proof.
 */
import type { activationRefusals } from '../../domain/activation/api'
import { policiesOf } from '../../domain/office/policies'
import type { RequestRefusal } from '../../domain/refusals'
import type { RenewalReplies, RenewalRequest, renewalRefusals } from '../../domain/renewal/api'
import { decideRenewal, type RenewalPolicy } from '../../domain/renewal/rules'
import { ok, type Result, refuse } from '../../domain/result'
import type { Instant } from '../../domain/time/shanghai'
import { type BoundCard, bindToPhone, rebinding } from '../_kit/bind-to-phone'
import { cardAnswer } from '../_kit/card-answer'
import { type CardRequest, cardOfRequest, cardRequest } from '../_kit/claimed-card'
import { askForList } from '../_kit/list-hint'
import { outboxEntry } from '../_kit/outbox'
import { cardPhoneOf } from '../_kit/sealed-fields'
import type { Call } from '../_kit/serve'
import { loadSettings } from '../_kit/settings'
import type { Transaction } from '../_kit/transaction'

type Refusal = (typeof renewalRefusals)[number] | (typeof activationRefusals)[number] | RequestRefusal
type ValidCard = Parameters<typeof bindToPhone>[1]

export async function renew(
  input: RenewalRequest<'renew'>,
  call: Call,
): Promise<Result<RenewalReplies['renew'], Refusal>> {
  const request = await cardRequest(input, call)
  if (!request.ok) {
    return request
  }
  const { renewalWindowDays: windowDays, validityYears: years } = policiesOf((await loadSettings()) ?? {})
  const renewed = await rebinding((transaction) => renewOnce(transaction, request.value, { windowDays, years }, call))
  if (!renewed.ok) {
    return renewed
  }
  const { card, binding, replaced } = renewed.value
  if (replaced !== null) {
    await askForList([replaced], call.now)
  }
  return ok(await cardAnswer(card, binding, call.now))
}

async function renewOnce(
  transaction: Transaction,
  request: CardRequest,
  policy: RenewalPolicy,
  call: Call,
): Promise<Result<BoundCard, Refusal>> {
  const { card, proved } = await cardOfRequest(transaction, request)
  const decision = decideRenewal(card, proved, call.now, policy)
  if (!card || !decision.ok) {
    return decision.ok ? refuse('activation_not_matched') : decision
  }
  const extended = { ...card, validUntil: decision.value }
  const bound = await keepOrMove(transaction, extended, request, call)
  const { openid, binding, validUntil } = bound.card
  await transaction.update('cards', card._id, { openid, binding, validUntil })
  await tell(transaction, extended, call.now)
  return ok(bound)
}

/** The phone that shows the card goes on showing it under its serial; any other takes it over. */
async function keepOrMove(
  transaction: Transaction,
  card: ValidCard,
  { devicePublicKey }: CardRequest,
  { openid, now }: Call,
): Promise<BoundCard> {
  const { binding, validUntil } = card
  if (card.openid !== openid || binding?.devicePublicKey !== devicePublicKey) {
    return bindToPhone(transaction, card, { openid, devicePublicKey }, now)
  }
  await transaction.update('bindings', String(binding.serial), { validUntil })
  return { card, binding, replaced: null }
}

// To the registered phone, whoever renewed: an alarm as after an activation.
async function tell(transaction: Transaction, card: ValidCard, now: Instant) {
  const phone = cardPhoneOf(card)
  if (phone !== '') {
    const { _id: number, language, validUntil } = card
    const message = { event: 'card_renewed', subject: `${number}:${validUntil}`, phone, language } as const
    await transaction.insert('outbox', ...outboxEntry({ ...message, parameters: [number, validUntil] }, now))
  }
}
