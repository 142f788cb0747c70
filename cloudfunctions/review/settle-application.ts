/**
 * Settling one application of a round in one transaction: its result, its card, its claims and its message appear together
 * or not at all, so closing can be stopped anywhere and run again. Rules: domain/issuance/settle.
 */
import { type Settlement, settle } from '../../domain/issuance/settle'
import { ok, refuse } from '../../domain/result'
import type { Review } from '../../domain/review/calendar'
import type { Instant } from '../../domain/time/shanghai'
import { accountClaim, documentClaim } from '../_kit/claims'
import { outboxEntry } from '../_kit/outbox'
import { phoneOf } from '../_kit/sealed-fields'
import type { Stored } from '../_kit/store'
import { type Transaction, transact } from '../_kit/transaction'
import type { CardNumbers } from './card-numbers'
import { newCard } from './new-card'

export type Closing = {
  round: Review
  /** Where undecided ones go. */
  next: Review
  validityYears: number
  now: Instant
  numbers: CardNumbers
}

type Decided = Extract<Settlement, { kind: 'decided' }>

/** Settles the application, unless it was settled before. */
export async function settleApplication(found: Stored<'applications'>, closing: Closing): Promise<void> {
  let number = found.verdict === 'approve' ? await closing.numbers.take() : ''
  for (;;) {
    const settled = await transact(
      (transaction) => settleOnce(transaction, found._id, number, closing),
      // An imported card has this number: it keeps it.
      async ({ collection }) => refuse(collection === 'cards' ? 'number_needed' : 'duplicate'),
    )
    if (settled.ok) {
      return
    }
    if (settled.code === 'duplicate') {
      throw new Error('An application that is not settled has a message of this round.')
    }
    number = await closing.numbers.take()
  }
}

async function settleOnce(transaction: Transaction, id: string, cardNumber: string, closing: Closing) {
  const application = await transaction.get('applications', id)
  if (!application) {
    return ok(null)
  }
  const { round, next, now } = closing
  const { language } = application
  const settlement = settle(application, { round: round.day, cardNumber, language, next, now })
  if (settlement.kind === 'carried_over') {
    const { round: to, reviewFrom } = settlement
    const version = application.version + 1
    await transaction.update('applications', id, { round: to, reviewFrom, carriedFrom: round.day, version })
  }
  if (settlement.kind === 'decided') {
    if (settlement.result.kind === 'approve' && cardNumber === '') {
      return refuse('number_needed') // approved after it was read
    }
    await saveDecided(transaction, application, settlement, closing)
  }
  return ok(null)
}

async function saveDecided(
  transaction: Transaction,
  application: Stored<'applications'>,
  { result, message }: Decided,
  { round, validityYears, now }: Closing,
) {
  const { _id: id, digest, openid, language } = application
  if (result.cardNumber) {
    await transaction.insert('cards', result.cardNumber, newCard(result.cardNumber, application, validityYears, now))
    await transaction.update('claims', documentClaim(digest), { card: result.cardNumber })
    await transaction.update('claims', accountClaim(openid), { card: result.cardNumber })
  }
  if (result.kind === 'reject') {
    await transaction.remove('claims', documentClaim(digest))
    await transaction.remove('claims', accountClaim(openid))
  }
  await transaction.update('applications', id, { status: 'decided', result, version: application.version + 1 })
  const letter = { ...message, subject: `${id}:${round.day}`, phone: phoneOf(application), openid, language }
  await transaction.insert('outbox', ...outboxEntry(letter, now))
}
