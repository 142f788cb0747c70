/** The desk as the application page uses it: connected to the review function. */
import { fill } from '../i18n/fill'
import { HOLD_LASTS, type Language, type ReviewApplication } from '../lib/domain'
import { review } from '../services/review'
import { noteDecision } from './decided'
import { Desk } from './desk'
import { narrowing } from './narrowing'
import { words } from './words'

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

/** What to say when undecided applications are left that this reviewer cannot take; '' when none are. */
export async function othersAreReading(language: Language): Promise<string> {
  const reply = await review('counts', { narrow: narrowing() })
  const count = reply.ok ? reply.value.counts.undecided : 0
  return count > 0 ? fill(words[language].application.othersRead, { count }) : ''
}
