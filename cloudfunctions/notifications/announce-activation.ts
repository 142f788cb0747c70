/**
 * The morning after: everybody whose card can be activated from today, and who has not done so, is reminded (notice
 * III.4). A day is finished before the next begins, and a place in it is kept, so a call that ends too soon is gone on
 * with; the keys of the messages are the cards', so doing it twice writes nothing twice.
 */
import { addDays, dayFromNumber, dayNumber, dayOf, startOf } from '../../domain/time/shanghai'
import { above } from '../_kit/conditions'
import { stopwatch } from '../_kit/lanes'
import { outboxEntry } from '../_kit/outbox'
import { cardPhoneOf } from '../_kit/sealed-fields'
import type { Call } from '../_kit/serve'
import { find, get, getAll, insert, insertAll, type Stored, updateWhere } from '../_kit/store'
import { Duplicate } from '../_kit/store-errors'

const COUNTER = 'activation-open'
const PAGE = 200
const BUDGET_MS = 5_000
const AFTER_MIDNIGHT_MS = 5 * 60_000
/** Days that are made up for when nothing ran; older news is no news. */
const MOST_DAYS_BACK = 3

// The last day that this worker knows to be finished, and when it knew: asking the database again would be in vain,
// unless the clock was set back.
let finished = { day: '', at: 0 }

export async function announceActivation({ now }: Call): Promise<void> {
  // A closing that began before midnight may still be writing cards for today.
  const today = dayOf(now - AFTER_MIDNIGHT_MS)
  if (finished.day === today && finished.at <= now) {
    return
  }
  const isOver = stopwatch(BUDGET_MS)
  const counter = await get('counters', COUNTER)
  const last = dayNumber(today)
  const first = Math.max(counter?.next ?? last, last - MOST_DAYS_BACK)
  let after = counter?.next === first ? (counter.after ?? '') : ''
  for (let day = first; day <= last; day += 1) {
    if (!(await announceDay(day, after, now, isOver))) {
      return
    }
    after = ''
    await note(day + 1, after)
  }
  finished = { day: today, at: now }
}

/**
 * @param day its number
 * @param after the card up to which it is done
 * @returns false when the time was up before the day was finished
 */
async function announceDay(day: number, after: string, now: number, isOver: () => boolean): Promise<boolean> {
  let last = after
  for (;;) {
    if (isOver()) {
      return false
    }
    const where = { status: 'issued', activatableFrom: dayFromNumber(day), _id: above(last) } as const
    const cards = await find('cards', where, { order: '_id', limit: PAGE })
    // Earlier cards were brought in by an import; their holders are told by the office when it wishes.
    await writeAll(cards.filter(({ application }) => application !== null).map((card) => messageOf(card, now)))
    const end = cards.at(-1)
    if (!end || cards.length < PAGE) {
      return true
    }
    last = end._id
    await note(day, last)
  }
}

type Entry = ReturnType<typeof outboxEntry>

// Together; when some were written before, by a worker that died or is at work now, the missing ones one by one.
async function writeAll(entries: Entry[]) {
  try {
    if (entries.length > 0) {
      await insertAll('outbox', entries)
    }
  } catch (error) {
    ignoreDuplicate(error)
    const ids = entries.map(([id]) => id)
    const written = await getAll('outbox', ids)
    for (const entry of entries.filter(([id]) => !written.has(id))) {
      await insert('outbox', ...entry).catch(ignoreDuplicate)
    }
  }
}

function ignoreDuplicate(error: unknown) {
  if (!(error instanceof Duplicate)) {
    throw error
  }
}

function messageOf(card: Stored<'cards'>, now: number): Entry {
  const { _id: number, language, openid, activatableFrom } = card
  const message = { event: 'activation_open', subject: number, phone: cardPhoneOf(card), openid, language } as const
  // Two days on it would only be noise.
  const goodUntil = startOf(addDays(activatableFrom, 2))
  return outboxEntry({ ...message, parameters: [], goodUntil }, now)
}

/** @param next number of the first day that is not finished @param after the card up to which it is */
async function note(next: number, after: string) {
  try {
    await insert('counters', COUNTER, { next, after })
  } catch (error) {
    ignoreDuplicate(error)
    await updateWhere('counters', { _id: COUNTER }, { next, after })
  }
}
