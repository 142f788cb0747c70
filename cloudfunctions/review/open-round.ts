/**
 * The record of a round: when it was opened. Registration stops and applications come into review by the clock alone
 * (docs/decisions/0005).
 */
import type { Review } from '../../domain/review/calendar'
import type { Instant } from '../../domain/time/shanghai'
import type { RoundRecord } from '../_kit/records/review'
import { insert } from '../_kit/store'
import { Duplicate } from '../_kit/store-errors'

/** A round about which nothing is known yet. */
export const newRound: Omit<RoundRecord, 'cutOff' | 'openedAt'> = {
  state: 'open',
  startedBy: '',
  startedAt: 0,
  carryOver: false,
  total: 0,
  worker: '',
  leaseUntil: 0,
  closedAt: null,
  approved: 0,
  returned: 0,
  rejected: 0,
  carriedOver: 0,
}

/** Notes that the round is open, unless it is on record already. */
export async function openRound({ day, cutOff }: Review, now: Instant): Promise<void> {
  try {
    await insert('rounds', day, { ...newRound, cutOff, openedAt: now })
  } catch (error) {
    if (!(error instanceof Duplicate)) {
      throw error
    }
  }
}
