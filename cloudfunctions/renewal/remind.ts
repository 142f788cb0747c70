/**
 * Reminding holders that their card is about to end, by the timer. A day is finished before the next begins, and a place in it
 * is kept, so a call that ends too soon is gone on with. The key of a message names card, last day and days left: each is written
 * once however often this runs. Whoever has renewed has another last day and is not met. Rules: domain/renewal/reminders.
 */
import { policiesOf } from '../../domain/office/policies'
import { type Ending, endingsOf, MOST_DAYS_LATE } from '../../domain/renewal/reminders'
import { ok } from '../../domain/result'
import { addDays, dayFromNumber, dayNumber, dayOf, type Instant, startOf } from '../../domain/time/shanghai'
import { above } from '../_kit/conditions'
import { inLanes, stopwatch } from '../_kit/lanes'
import { outboxEntry } from '../_kit/outbox'
import { cardPhoneOf } from '../_kit/sealed-fields'
import type { Call } from '../_kit/serve'
import { loadSettings } from '../_kit/settings'
import { find, get, insert, type Stored, updateWhere } from '../_kit/store'
import { Duplicate } from '../_kit/store-errors'
import { type Transaction, transact } from '../_kit/transaction'

const COUNTER = 'renewal'
const PAGE = 200
const LANES = 10
const BUDGET_MS = 40_000
/** A reminder that could not leave for so long is left to the next one. */
const GOOD_DAYS = 13

/** How far a day has come: the ending that is being worked on, and the card up to which it is done. */
type Place = { daysLeft: number; card: string }

export async function remind({ now }: Call): Promise<void> {
  const today = dayNumber(dayOf(now))
  const counter = await get('counters', COUNTER)
  if (counter && counter.next > today) {
    return
  }
  const isOver = stopwatch(BUDGET_MS)
  const { renewalWindowDays } = policiesOf((await loadSettings()) ?? {})
  const first = Math.max(counter?.next ?? today, today - MOST_DAYS_LATE)
  let place = counter?.next === first ? readPlace(counter.after) : null
  for (let day = first; day <= today; day += 1) {
    for (const ending of endingsOf(dayFromNumber(day), renewalWindowDays)) {
      if (place && ending.daysLeft > place.daysLeft) {
        continue
      }
      const after = place?.daysLeft === ending.daysLeft ? place.card : ''
      if (!(await remindAll(ending, day, after, now, isOver))) {
        return
      }
    }
    place = null
    await note(day + 1, '')
  }
}

/** @returns false when the time was up before everybody was reminded */
async function remindAll(ending: Ending, day: number, after: string, now: Instant, isOver: () => boolean) {
  let last = after
  for (;;) {
    const where = { status: 'active', validUntil: ending.lastDay, _id: above(last) } as const
    const cards = await find('cards', where, { order: '_id', limit: PAGE })
    const handled = await inLanes(cards, LANES, isOver, (card) => remindHolder(card, ending, day, now))
    if (handled < cards.length) {
      return false
    }
    last = cards.at(-1)?._id ?? last
    if (cards.length < PAGE) {
      return true
    }
    await note(day, `${ending.daysLeft}:${last}`)
  }
}

async function remindHolder({ _id }: Stored<'cards'>, ending: Ending, day: number, now: Instant): Promise<void> {
  await transact<null, never>(
    (transaction) => write(transaction, _id, ending, day, now),
    async () => ok(null), // it was written before
  )
}

async function write(
  transaction: Transaction,
  number: string,
  { daysLeft, lastDay }: Ending,
  day: number,
  now: Instant,
) {
  const card = await transaction.get('cards', number)
  // Not when it was renewed or suspended since the page was read, and not where there is no phone to tell.
  if (card?.status === 'active' && card.validUntil === lastDay && cardPhoneOf(card) !== '') {
    const message = {
      event: 'renewal_due',
      subject: `${number}:${lastDay}:${daysLeft}`,
      phone: cardPhoneOf(card),
      openid: card.openid,
      language: card.language,
      parameters: [number, lastDay],
      goodUntil: startOf(addDays(dayFromNumber(day), GOOD_DAYS)),
    } as const
    await transaction.insert('outbox', ...outboxEntry(message, now))
  }
  return ok(null)
}

function readPlace(after = ''): Place | null {
  const [daysLeft = '', card = ''] = after.split(':')
  return after === '' ? null : { daysLeft: Number(daysLeft), card }
}

/** @param next number of the first day that is not finished */
async function note(next: number, after: string): Promise<void> {
  if ((await updateWhere('counters', { _id: COUNTER }, { next, after })) > 0) {
    return
  }
  try {
    await insert('counters', COUNTER, { next, after })
  } catch (error) {
    if (!(error instanceof Duplicate)) {
      throw error
    }
  }
}
