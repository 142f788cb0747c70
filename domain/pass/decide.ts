/**
 * The decision at a gate, from the text of a QR code to one verdict, without network. Checks are made in the order of
 * verdicts.ts: first whether the code is a pass, then whether it is genuine, then what the list says of the holder, then
 * time, replay and place. The same function runs on the guard's phone and on the server. Rules and their limits:
 * docs/gate-check.md. Source: notice 5(1), campus access by the virtual card together with the physical ID card.
 */
import { dayNumber, dayOf, type Instant } from '../time/shanghai'
import { type GenuinePass, openPass } from './genuine'
import type { Holder } from './holder'
import { passClass } from './layout'
import { driftSeconds, isInWindow, stepOf } from './step'
import { admits, type VerdictCode } from './verdicts'
import type { GateKeys, VerifiedCredentials } from './verified'

/** What the status list (or the server's own records) says of a serial; 'unknown' when nothing can be said. */
export type SerialStatus = 'live' | 'revoked' | 'suspended' | 'unknown'

/** The last step admitted per serial at this point. A Map serves; restore it after a restart, or codes live again. */
export type SeenSteps = { get(serial: number): number | undefined; set(serial: number, step: number): unknown }

export type GateContext = {
  readonly now: Instant
  readonly keys: ReadonlyMap<number, GateKeys>
  readonly status: (serial: number) => SerialStatus
  /** Milliseconds since the status list was issued; null when there is none. */
  readonly listAge: number | null
  /** Policy: the age up to which green stays green, milliseconds. */
  readonly maxListAge: number
  /** Changed by an admission. */
  readonly seen: SeenSteps
  /** The number now on the guard's screen, or null. Single use: the caller clears it after the decision that used it. */
  readonly challenge: number | null
  readonly point: { readonly id: string; readonly opens: (passClass: number, now: Instant) => boolean }
  /** Remembered credentials; changed by a decision. */
  readonly verified: VerifiedCredentials
}

export type Decision = {
  readonly verdict: VerdictCode
  /** Present from `revoked` on: the university vouches for it. Before that nothing about a person is known. */
  readonly holder?: Holder
  readonly step?: number
  /** Seconds by which the phone's clock is fast (negative: slow), in steps of ten. */
  readonly drift?: number
  /** True when the code is an answer to a challenge. */
  readonly answering?: boolean
}

type Facts = GenuinePass & { readonly drift: number }

/** What the checks of a genuine pass look at. */
export type RuleContext = Omit<GateContext, 'keys' | 'verified'>

/** Checks of a genuine pass, in order: the first that applies is the verdict, none is `admitted`. */
const checks: readonly (readonly [VerdictCode, (facts: Facts, context: RuleContext) => boolean])[] = [
  ['revoked', ({ holder }, { status }) => status(holder.serial) === 'revoked'],
  ['suspended', ({ holder }, { status }) => status(holder.serial) === 'suspended'],
  ['expired', ({ holder }, { now }) => dayNumber(dayOf(now)) > holder.expiryDay],
  ['clock_wrong', ({ answering, step }, { now }) => !answering && !isInWindow(step, now)],
  ['replayed', isReplayed],
  ['not_allowed_here', ({ holder }, { point, now }) => !isOnItsDay(holder, now) || !point.opens(holder.class, now)],
  ['list_stale', ({ holder }, context) => !isListFresh(context) || context.status(holder.serial) === 'unknown'],
]

/**
 * Decides about one scan. Pure but for `seen` and `verified`, which it keeps up to date.
 * @param text what the scanner read; blanks around it are forgiven (hand scanners end with Enter)
 */
export function decide(text: string, context: GateContext): Decision {
  const opened = openPass(text, context)
  return 'holder' in opened ? decideGenuine(opened, context) : opened
}

/** The rest of the decision about a pass that {@link openPass} found genuine. Changes `seen` by an admission. */
export function decideGenuine(pass: GenuinePass, context: RuleContext): Decision & Facts {
  const facts = { ...pass, drift: driftSeconds(pass.step, context.now) }
  const verdict = checks.find(([, applies]) => applies(facts, context))?.[0] ?? 'admitted'
  if (admits(verdict)) {
    markSeen(facts, context)
  }
  return { verdict, ...facts }
}

function isReplayed({ holder, step, answering }: Facts, { seen, challenge }: RuleContext): boolean {
  if (answering) {
    return challenge === null
  }
  const last = seen.get(holder.serial)
  return last !== undefined && step <= last
}

// A day pass may be on the phone days before: what the credential names as its last day is its only one.
function isOnItsDay(holder: Holder, now: Instant): boolean {
  return holder.class !== passClass.visitor || dayNumber(dayOf(now)) === holder.expiryDay
}

function isListFresh({ listAge, maxListAge }: RuleContext): boolean {
  return listAge !== null && listAge <= maxListAge
}

// An answer carries the time of a clock that may be wrong: the gate's own step is what counts as used.
function markSeen({ holder, step, answering }: Facts, { seen, now }: RuleContext): void {
  const used = answering ? stepOf(now) : step
  seen.set(holder.serial, Math.max(used, seen.get(holder.serial) ?? used))
}
