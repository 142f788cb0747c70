/**
 * One verdict out of two: what the guard's phone finds by itself (domain/pass, with keys and status list, without network)
 * and the word of the office when there is a network. Red always wins: what the phone refuses stays refused and is not asked
 * about, and the office's red replaces whatever the phone said. In all else the office knows better: which cards were revoked
 * a minute ago, what time it is, keys that this phone has not got yet. Source: product "Gate"; signals: domain/pass/verdicts.
 *
 *   phone says         | office says x  | office is silent
 *   red                | (not asked)    | as the phone says
 *   amber or green     | x              | as the phone says: green on a fresh list, otherwise amber
 */
import type { Decision, GateReplies, HolderView, Instant, RefusalCode, VerdictCode } from '../lib/domain'
import { dayFromNumber, signalOf } from './lib/domain'

/** What the office said, or why it said nothing. */
export type OfficeWord =
  | { said: true; verdict: VerdictCode; holder: HolderView | null; now: Instant }
  | { said: false; why: Silence }

/**
 * Why there is no word: no network, too slow for a queue of people, not asked, not waited for because the phone's own green
 * is good, or a refusal of the request itself.
 */
export type Silence = 'offline' | 'slow' | 'not_asked' | 'awaited' | RefusalCode

/** Everything that the screen, the signals and the journal need to know about one scan. */
export type Outcome = {
  readonly verdict: VerdictCode
  readonly holder: HolderView | null
  /** True when the verdict is the office's. */
  readonly online: boolean
  readonly silence: Silence | null
  readonly answering: boolean
  readonly serial: number | null
  readonly step: number | null
  /** Seconds by which the holder's clock is fast; null when unknown. */
  readonly drift: number | null
}

/** True unless the phone itself refuses. */
export function asksOffice(local: Decision): boolean {
  return signalOf(local.verdict) !== 'red'
}

/** The outcome of a scan. */
export function combine(local: Decision, word: OfficeWord): Outcome {
  const facts = factsOf(local)
  if (!word.said || !asksOffice(local)) {
    const silence = word.said ? 'not_asked' : word.why
    return { ...facts, verdict: local.verdict, holder: holderOf(local), online: false, silence }
  }
  return { ...facts, verdict: word.verdict, holder: word.holder ?? holderOf(local), online: true, silence: null }
}

/** The outcome of a look-up by number: the office's own word, with no code behind it. */
export function foundByNumber({ verdict, holder, serial }: GateReplies['lookUp']): Outcome {
  return { verdict, holder, online: true, silence: null, answering: false, serial, step: null, drift: null }
}

function factsOf({ answering, holder, step, drift }: Decision) {
  return { answering: answering ?? false, serial: holder?.serial ?? null, step: step ?? null, drift: drift ?? null }
}

/** The holder as the code itself tells it: no photo, no card number. */
function holderOf({ holder }: Decision): HolderView | null {
  return (
    (holder && {
      maskedName: holder.maskedName,
      last4: holder.last4,
      class: holder.class,
      validUntil: dayFromNumber(holder.expiryDay),
      cardNumber: '',
      portraitUrl: '',
    }) ??
    null
  )
}
