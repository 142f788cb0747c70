/**
 * Telling everybody who waits that registration is open again. It follows from the clock and the settings alone whether
 * it is, so a round that closed, a vacation that ended and a changed calendar are all noticed. A wish becomes its
 * message in one transaction: exactly one each, wherever this is stopped (product "Messages").
 */
import { createHash } from 'node:crypto'
import { type RegistrationState, type Review, registrationState } from '../../domain/review/calendar'
import { dayOf, type Instant, timeOf } from '../../domain/time/shanghai'
import { atMost } from '../_kit/conditions'
import { inLanes, stopwatch } from '../_kit/lanes'
import { outboxEntry } from '../_kit/outbox'
import { wishPhoneOf } from '../_kit/sealed-fields'
import type { Call } from '../_kit/serve'
import { calendarOf, loadSettings } from '../_kit/settings'
import { find, type Stored } from '../_kit/store'
import { change } from '../_kit/transaction'

const BATCH = 200
const LANES = 10
/** Leaves most of the time to sending. */
const BUDGET_MS = 5_000

export async function announceOpening({ now }: Call): Promise<void> {
  const isOver = stopwatch(BUDGET_MS)
  let wishes = await waiting(now)
  const state = wishes.length > 0 ? await registrationNow(now) : null
  while (state?.open && wishes.length > 0 && !isOver()) {
    const { next } = state
    await inLanes(wishes, LANES, isOver, (wish) => tell(wish, next, now))
    wishes = wishes.length === BATCH ? await waiting(now) : []
  }
}

/** Whether registration is open; null while the office has not opened the service. */
export async function registrationNow(now: Instant): Promise<RegistrationState | null> {
  const settings = await loadSettings()
  return settings && registrationState(now, calendarOf(settings), settings.lastClosedRound)
}

function waiting(now: Instant): Promise<Stored<'wishes'>[]> {
  return find('wishes', { since: atMost(now) }, { order: 'since', limit: BATCH })
}

async function tell(wish: Stored<'wishes'>, { day, cutOff }: Review, now: Instant): Promise<void> {
  await change(async (transaction) => {
    const current = await transaction.get('wishes', wish._id)
    if (!current) {
      return // taken back, or told by another dispatcher
    }
    const message = {
      event: 'registration_open',
      subject: `${day}:${nameless(wish._id, current.since)}`,
      phone: wishPhoneOf(current),
      openid: wish._id,
      language: current.language,
      parameters: [`${dayOf(cutOff)} ${timeOf(cutOff)}`],
      goodUntil: cutOff,
    } as const
    await transaction.insert('outbox', ...outboxEntry(message, now))
    await transaction.remove('wishes', wish._id)
  })
}

// The key of a message is shown to staff and stands in the audit log: it does not name the account.
function nameless(openid: string, since: Instant): string {
  return createHash('sha256').update(`${openid}:${since}`).digest('hex').slice(0, 32)
}
