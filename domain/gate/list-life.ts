/**
 * How long a status list is worth something, and when the server makes the next. Source: product "Gate": green turns amber
 * when the list is older than policy (24 h).
 *
 * A list is made whenever a card's state changes, and otherwise when the newest has lived a quarter of the policy's age: a
 * phone that goes offline with it is still green for the other three quarters. Its not-after is two days, or twice the
 * policy when that is longer: before it, an old list makes green amber but still tells suspended cards; after it, it speaks
 * of revoked ones only (status-list-facts.ts). Two days outlast a night and a power cut, and bound how long a stolen or held
 * back list can be passed off as news.
 */

import { CREDENTIAL_DAYS } from '../pass'
import { addDays, DAY, type Day, dayOf, HOUR, type Instant, startOf } from '../time/shanghai'

const SHORTEST_LIFE = 2 * DAY

/** The policy when the office has set none, milliseconds. */
export const DEFAULT_LIST_AGE = 24 * HOUR

/** The not-after of a list issued now. @param maxListAge policy, milliseconds */
export function listNotAfter(issued: Instant, maxListAge: number): Instant {
  return issued + Math.max(SHORTEST_LIFE, 2 * maxListAge)
}

/** True when a newer list is due although nothing may have changed. */
export function isListDue(issued: Instant, maxListAge: number, now: Instant): boolean {
  return now - issued >= maxListAge / 4
}

/**
 * Until when a binding whose state changed now must stand on lists: a credential that it was given before lives for 90 days
 * or until the card's own end. A day more, because showing a card and ending it may meet at midnight.
 */
export function listedUntil(changed: Instant, cardValidUntil: Day): Instant {
  const longest = addDays(dayOf(changed), CREDENTIAL_DAYS)
  const last = longest < cardValidUntil ? longest : cardValidUntil
  return startOf(addDays(last, 2))
}
