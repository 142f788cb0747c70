/** The desk as the application page uses it: connected to the review function. */
import { HOLD_LASTS, type ReviewApplication } from '../lib/domain'
import { review } from '../services/review'
import { noteDecision } from './decided'
import { Desk } from './desk'
import { narrowing } from './narrowing'
import type { Left } from './reviewing'

/** How often an open page renews its holds, milliseconds: two may be lost on the way. */
export const RENEW_EVERY = HOLD_LASTS / 3

/** @param ahead told of the next one as soon as it is there */
export function newDesk(ahead: (application: ReviewApplication) => void): Desk {
  return new Desk({
    load: (id) => review('application', { id }),
    next: (inHand, after) => review('next', { inHand, narrow: narrowing(), ...(after && { after }) }),
    decide: (id, version, verdict) => review('decide', { id, version, verdict }),
    undo: (id, version) => review('undo', { id, version }),
    hold: (ids) => review('hold', { ids }),
    release: (ids) => review('release', { ids }),
    note: noteDecision,
    ahead,
  })
}

/** How many undecided applications are left once this reviewer can take none. */
export async function countForColleagues(): Promise<Left> {
  const reply = await review('counts', { narrow: narrowing(), own: true })
  return reply.ok ? { all: reply.value.counts.undecided, own: reply.value.own } : { all: 0, own: 0 }
}
