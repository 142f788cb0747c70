/**
 * Settling applications of a round: the result of each, its card, its claims and its message appear together or not at
 * all, so closing can be stopped anywhere and run again. Several share one transaction, because half of the work of a
 * small one is beginning and ending it; when a group fails, each of it is tried alone, so that one that cannot be
 * settled keeps nobody else waiting. Rules: domain/issuance/settle.
 */
import { type Settlement, settle } from '../../domain/issuance/settle'
import { ok, refuse } from '../../domain/result'
import type { Review } from '../../domain/review/calendar'
import type { Instant } from '../../domain/time/shanghai'
import { accountClaim, documentClaim } from '../_kit/claims'
import { logFailure } from '../_kit/log'
import { releasePerson } from '../_kit/older-cards'
import { outboxEntry } from '../_kit/outbox'
import type { CardRecord } from '../_kit/records/card'
import type { MessageRecord } from '../_kit/records/notifications'
import { phoneOf } from '../_kit/sealed-fields'
import type { Stored } from '../_kit/store'
import { type Transaction, transact } from '../_kit/transaction'
import type { CardNumbers } from './card-numbers'
import { handedOver, newCard } from './new-card'

export type Closing = {
  round: Review
  /** Where undecided ones go. */
  next: Review
  /** Whether they go there: somebody was asked. Otherwise they stay, as one whose decision is undone meanwhile does. */
  carrying: boolean
  validityYears: number
  now: Instant
  numbers: CardNumbers
}

type Application = Stored<'applications'>
type Decided = Extract<Settlement, { kind: 'decided' }>

/** What a transaction inserts at its end, each collection in one round trip. */
type Inserts = { cards: [string, CardRecord][]; outbox: [string, MessageRecord][] }

/** Settles the applications that were not settled before. @returns how many are settled now */
export async function settleGroup(group: readonly Application[], closing: Closing): Promise<number> {
  try {
    await settleTogether(group, closing)
    return group.length
  } catch (error) {
    if (group.length === 1) {
      logFailure('close', error)
      return 0
    }
  }
  let settled = 0
  for (const application of group) {
    settled += await settleGroup([application], closing)
  }
  return settled
}

/** @throws when it cannot be done; then nothing of the group was */
async function settleTogether(group: readonly Application[], closing: Closing): Promise<void> {
  for (;;) {
    const numbers = await numbersFor(group, closing.numbers)
    const settled = await transact(
      (transaction) => settleOnce(transaction, group, numbers, closing),
      async ({ collection }) => refuse(collection === 'cards' ? 'number_taken' : 'duplicate'),
    )
    if (settled.ok) {
      return
    }
    if (settled.code === 'duplicate') {
      throw new Error('An application that is not settled has a message of this round.')
    }
    // An imported card has one of these numbers and keeps it: others are taken.
  }
}

/** A card number for each application that was approved when it was read. */
async function numbersFor(group: readonly Application[], numbers: CardNumbers): Promise<Map<string, string>> {
  const taken = new Map<string, string>()
  for (const { _id, verdict, collects } of group) {
    if (verdict === 'approve' && !collects) {
      taken.set(_id, await numbers.take())
    }
  }
  return taken
}

async function settleOnce(
  transaction: Transaction,
  group: readonly Application[],
  numbers: ReadonlyMap<string, string>,
  closing: Closing,
) {
  const inserts: Inserts = { cards: [], outbox: [] }
  const current = await transaction.getAll(
    'applications',
    group.map(({ _id }) => _id),
  )
  for (const application of current.values()) {
    const cardNumber = application.collects ?? numbers.get(application._id) ?? ''
    await settleOne(transaction, application, { cardNumber, inserts }, closing)
  }
  for (const name of ['cards', 'outbox'] as const) {
    if (inserts[name].length > 0) {
      await transaction.insertAll(name, inserts[name] as never)
    }
  }
  return ok(null)
}

async function settleOne(
  transaction: Transaction,
  application: Application,
  { cardNumber, inserts }: { cardNumber: string; inserts: Inserts },
  closing: Closing,
): Promise<void> {
  const { round, next, now } = closing
  const { _id: id, language } = application
  const settlement = settle(application, { round: round.day, cardNumber, language, next, now })
  if (settlement.kind === 'carried_over' && closing.carrying) {
    const { round: to, reviewFrom } = settlement
    const version = application.version + 1
    await transaction.update('applications', id, { round: to, reviewFrom, carriedFrom: round.day, version })
  }
  // Approved after it was read: it has no number yet and is found again with the next batch.
  if (settlement.kind === 'decided' && (settlement.result.kind !== 'approve' || cardNumber !== '')) {
    await saveDecided(transaction, application, settlement, { inserts, closing })
  }
}

async function saveDecided(
  transaction: Transaction,
  application: Application,
  { result, message }: Decided,
  { inserts, closing }: { inserts: Inserts; closing: Closing },
): Promise<void> {
  const { _id: id, digest, openid, language } = application
  const { round, validityYears, now } = closing
  const { cardNumber: card } = result
  if (card) {
    const issued = newCard(card, application, validityYears, now)
    if (card === application.collects) {
      await transaction.update('cards', card, handedOver(issued))
    } else {
      inserts.cards.push([card, issued])
    }
    await transaction.update('claims', documentClaim(digest), { card })
    if (openid !== null) {
      await transaction.update('claims', accountClaim(openid), { card })
    }
  }
  if (result.kind === 'reject') {
    await releasePerson(transaction, application)
    if (openid !== null) {
      await transaction.remove('claims', accountClaim(openid))
    }
  }
  const version = application.version + 1
  await transaction.update('applications', id, { status: 'decided', result, shredFrom: now, version })
  const letter = { ...message, subject: `${id}:${round.day}`, phone: phoneOf(application), openid, language }
  inserts.outbox.push(outboxEntry(letter, now))
}
