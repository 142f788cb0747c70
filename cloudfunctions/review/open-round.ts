/**
 * The timer: notes when a round was opened. Registration stops and applications come into review by the clock alone, so a
 * tick that is late, doubled or missing does no harm (docs/decisions/0005).
 */
import { dueReview } from '../../domain/review/calendar'
import type { RoundRecord } from '../_kit/records'
import type { Call } from '../_kit/serve'
import { calendarOf, loadSettings } from '../_kit/settings'
import { insert } from '../_kit/store'
import { Duplicate } from '../_kit/store-errors'

export async function openRound({ now }: Call): Promise<void> {
  const settings = await loadSettings()
  const due = settings && dueReview(now, calendarOf(settings), settings.lastClosedRound)
  if (due) {
    await insertRound(due.day, { ...newRound, cutOff: due.cutOff, openedAt: now, state: 'open' })
  }
}

/** A round about which nothing is known yet. */
export const newRound = { closedAt: null, approved: 0, returned: 0, rejected: 0, carriedOver: 0 }

/** @returns false when the round is on record already */
export async function insertRound(day: string, round: RoundRecord): Promise<boolean> {
  try {
    await insert('rounds', day, round)
    return true
  } catch (error) {
    if (error instanceof Duplicate) {
      return false
    }
    throw error
  }
}
