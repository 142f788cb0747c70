/**
 * Attempts to prove who one is (activation, renewal), counted together before anything is looked up and whatever comes
 * of them: per account and per document, a Shanghai day. Rules: domain/activation/rules.
 */
import { attemptLimits } from '../../domain/activation/rules'
import { type Refused, refuse } from '../../domain/result'
import { addDays, dayOf } from '../../domain/time/shanghai'
import { countAttempt } from './attempts'
import { accountClaim, documentClaim } from './claims'
import type { Call } from './serve'

/**
 * Counts one attempt.
 * @param digest of the document; null when what was typed cannot be one
 * @returns the refusal when a limit was reached before
 */
export async function countProofAttempt(
  { openid, now }: Call,
  digest: string | null,
): Promise<Refused<'too_many_attempts'> | null> {
  const today = dayOf(now)
  const allowed =
    (await countAttempt(`${accountClaim(openid)}:${today}`, attemptLimits.perAccount)) &&
    (digest === null || (await countAttempt(`${documentClaim(digest)}:${today}`, attemptLimits.perDocument)))
  return allowed ? null : refuse('too_many_attempts', { from: addDays(today, 1) })
}
