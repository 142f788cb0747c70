/**
 * What the timer counts. Scans are added as they arrive, each exactly once: the sums and the place up to which they
 * were read change in one transaction, so a run that is killed, doubled or missed leaves nothing out and counts nothing
 * twice. Cards, rounds and messages are counted anew for the days since the last run and the day before: setting a
 * number twice does no harm. Rules: domain/office/figures.
 */
import { addScans, countScans, type DayFigures, emptyDay, type ScanFigures } from '../../domain/office/figures'
import { ok, refuse } from '../../domain/result'
import { addDays, DAY, type Day, dayOf, type Instant, startOf } from '../../domain/time/shanghai'
import { atLeast, between } from '../_kit/conditions'
import { count, find, get, insert, type Stored, updateWhere } from '../_kit/store'
import { Duplicate } from '../_kit/store-errors'
import { type Transaction, transact } from '../_kit/transaction'
import type { Place } from '../_kit/walk'
import { type Walk, walkPage } from '../_kit/walk'

const SCANS = 'figures'
const DAYS = 'figures-days'
/** Longer than a function lives: what arrived before has been stored or never will be. */
const SETTLED = 2 * 60_000
/** How far back the first run counts at most. */
const HISTORY = 365 * DAY
const MOST_ROUNDS = 100

/** Counts what is new. @param isOver asked between pages and days; the next run goes on */
export async function countFigures(now: Instant, isOver: () => boolean): Promise<void> {
  await countArrived(now, isOver)
  await countDays(now, isOver)
}

async function countArrived(now: Instant, isOver: () => boolean): Promise<void> {
  const walk: Walk<'scans'> = { collection: 'scans', by: 'receivedAt', to: now - SETTLED }
  let place = placeOf(await get('counters', SCANS))
  while (!isOver()) {
    const page = await walkPage(walk, place)
    if (!page.place || page.records.length === 0) {
      return
    }
    if (!(await addPage(page.records, place, page.place))) {
      return // another run was faster; it has the rest, too
    }
    place = page.place
    if (page.isLast) {
      return
    }
  }
}

function placeOf(counter: Stored<'counters'> | null): Place | null {
  return counter ? { value: counter.next, id: counter.after ?? '', tied: counter.tied ?? false } : null
}

/** @returns false when the scans after `from` were counted by somebody else */
async function addPage(scans: readonly Stored<'scans'>[], from: Place | null, to: Place): Promise<boolean> {
  const days = countScans(scans)
  const added = await transact(async (transaction) => {
    const counter = await transaction.get('counters', SCANS)
    if (counter?.after !== from?.id) {
      return refuse('overtaken')
    }
    for (const [day, figures] of days) {
      await addToDay(transaction, day, figures)
    }
    const next = { next: Number(to.value), after: to.id, tied: to.tied }
    await (counter ? transaction.update('counters', SCANS, next) : transaction.insert('counters', SCANS, next))
    return ok(null)
  })
  return added.ok
}

async function addToDay(transaction: Transaction, day: Day, figures: ScanFigures): Promise<void> {
  const before = await transaction.get('figures', day)
  const { scans, verdicts } = addScans(before ?? emptyDay(), figures)
  await (before
    ? transaction.update('figures', day, { scans, verdicts })
    : transaction.insert('figures', day, { ...emptyDay(), scans, verdicts }))
}

async function countDays(now: Instant, isOver: () => boolean): Promise<void> {
  const last = (await get('counters', DAYS))?.next ?? (await firstCard(now))
  const first = addDays(dayOf(last), -1)
  await copyRounds(startOf(first))
  for (let day = first; day <= dayOf(now) && !isOver(); day = addDays(day, 1)) {
    await setDay(day, await countDay(day, now))
    await moveTo(Math.min(now, startOf(addDays(day, 1))))
  }
}

async function firstCard(now: Instant): Promise<Instant> {
  const [oldest] = await find('cards', {}, { order: 'issuedAt', limit: 1 })
  return Math.max(oldest?.issuedAt ?? now, now - HISTORY)
}

async function countDay(day: Day, now: Instant): Promise<Partial<DayFigures>> {
  const within = between(startOf(day), startOf(addDays(day, 1)) - 1)
  const [issued, activated, failedMessages] = await Promise.all([
    count('cards', { issuedAt: within }),
    count('cards', { activatedAt: within }),
    day === dayOf(now) ? count('outbox', { state: 'failed' }) : null,
  ])
  return { issued, activated, countedAt: now, ...(failedMessages !== null && { failedMessages }) }
}

async function copyRounds(since: Instant): Promise<void> {
  const closed = await find('rounds', { closedAt: atLeast(since) }, { order: 'closedAt', limit: MOST_ROUNDS })
  for (const { _id: day, approved, returned, rejected, carriedOver, reasons = [] } of closed) {
    await setDay(day, { round: { approved, returned, rejected, carriedOver, reasons } })
  }
}

async function setDay(day: Day, fields: Partial<DayFigures>): Promise<void> {
  await put(
    () => updateWhere('figures', { _id: day }, fields),
    () => insert('figures', day, { ...emptyDay(), ...fields }),
  )
}

async function moveTo(next: Instant): Promise<void> {
  await put(
    () => updateWhere('counters', { _id: DAYS }, { next }),
    () => insert('counters', DAYS, { next }),
  )
}

/** Changes a record or makes it. Nothing changed also when it is as it should be; then there is nothing to insert. */
async function put(update: () => Promise<number>, make: () => Promise<void>): Promise<void> {
  if ((await update()) > 0) {
    return
  }
  try {
    await make()
  } catch (error) {
    if (!(error instanceof Duplicate)) {
      throw error
    }
    await update()
  }
}
