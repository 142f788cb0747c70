/**
 * What a gate may conclude from the list it holds: the two fields of GateContext (domain/pass decide.ts) that come from it.
 * Source: product "Gate": works offline, says how old the list is, green turns amber when it is older than policy.
 */
import type { GateContext } from '../pass'
import type { Instant } from '../time/shanghai'
import { statusOf } from './status-list'
import type { StatusList } from './status-list-layout'

/** A list from further in the future than this, milliseconds, tells that this gate's clock is wrong. */
export const CLOCK_DOUBT_MS = 10 * 60_000

/**
 * Milliseconds since the list was issued; null when nothing can be said of its age, which makes green amber: there is no
 * list, it is past its not-after, or the gate's clock is behind the list.
 */
export function statusListAge(list: StatusList | null, now: Instant): number | null {
  if (!list || now > list.notAfter || list.issued - now > CLOCK_DOUBT_MS) {
    return null
  }
  return Math.max(0, now - list.issued)
}

/**
 * Spread into the context of a decision. Past its not-after a list still refuses what it has as revoked, since no serial
 * ever comes back to life; of all others, also the suspended, it can say nothing any more.
 */
export function listFacts(list: StatusList | null, now: Instant): Pick<GateContext, 'status' | 'listAge'> {
  const status: GateContext['status'] = (serial) => {
    const said = list ? statusOf(list, serial) : 'unknown'
    return said === 'revoked' || (list && now <= list.notAfter) ? said : 'unknown'
  }
  return { status, listAge: statusListAge(list, now) }
}
