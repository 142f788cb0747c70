/**
 * One verdict out of two: what the guard's phone finds in the code (domain/pass, without network) and the word of the office
 * when there is a network. The office knows which cards were revoked a minute ago; the phone knows which codes were used at
 * this point and not yet reported. Green therefore needs the office's word, and nothing but a graver word of the office
 * replaces `replayed`. Source: product "Gate"; order of gravity: domain/pass/verdicts.ts.
 *
 *   phone says            | office says x        | office is silent
 *   malformed, forged     | (not asked)          | as the phone says
 *   replayed              | the graver of both   | replayed
 *   anything else         | x                    | as the phone says (a good code: list_stale)
 */
import {
  type Decision,
  dayFromNumber,
  type HolderView,
  type Instant,
  type RefusalCode,
  type VerdictCode,
  verdictCodes,
} from '../lib/domain'

/** What the office said, or why it said nothing. */
export type OfficeWord =
  | { said: true; verdict: VerdictCode; holder: HolderView | null; now: Instant }
  | { said: false; why: Silence }

/** Why there is no word: no network, too slow for a queue of people, not asked, or a refusal of the request itself. */
export type Silence = 'offline' | 'slow' | 'not_asked' | RefusalCode

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

/** True unless the phone alone is beyond doubt: there is nothing of a real pass to ask about. */
export function asksOffice(local: Decision): boolean {
  return local.verdict !== 'malformed' && local.verdict !== 'forged'
}

/** The outcome of a scan. */
export function combine(local: Decision, word: OfficeWord): Outcome {
  const facts = factsOf(local)
  if (!word.said) {
    return { ...facts, verdict: local.verdict, holder: holderOf(local), online: false, silence: word.why }
  }
  const verdict = local.verdict === 'replayed' ? graver(word.verdict, 'replayed') : word.verdict
  return { ...facts, verdict, holder: word.holder ?? holderOf(local), online: true, silence: null }
}

function factsOf({ answering, holder, step, drift }: Decision) {
  return { answering: answering ?? false, serial: holder?.serial ?? null, step: step ?? null, drift: drift ?? null }
}

function graver(one: VerdictCode, other: VerdictCode): VerdictCode {
  return verdictCodes.indexOf(one) < verdictCodes.indexOf(other) ? one : other
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
