/**
 * A visitor who leaves shows the code once more. Nothing is decided: the phone sees by itself whose code it is, and that they
 * left is written down. A pass that is over or was taken back leaves like any other. Source: product "Visitor pass".
 */
import { type Decision, type Instant, passClass, type Scan } from '../lib/domain'
import { LEFT } from './lib/domain'

/** `old`: genuine, but not of this half minute; `no_visitor`: a card, which leaves without a scan. */
export type Departure = 'left' | 'old' | 'no_visitor' | 'unreadable'

/** What a code that is scanned on the way out says. */
export function departureOf({ verdict, holder }: Decision): Departure {
  if (!holder || verdict === 'malformed' || verdict === 'forged' || verdict === 'unknown_key') {
    return 'unreadable'
  }
  if (holder.class !== passClass.visitor) {
    return 'no_visitor'
  }
  return verdict === 'clock_wrong' ? 'old' : 'left'
}

/** The entry of the journal. */
export function departureScan(id: string, at: Instant, point: string, { holder, step }: Decision): Scan {
  const serial = holder?.serial ?? null
  return { id, at, point, verdict: LEFT, serial, step: step ?? null, online: false, companions: 0, how: 'leaving' }
}
