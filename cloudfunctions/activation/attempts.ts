/**
 * Attempts, counted before anything is looked up and whatever comes of them: per account and per document, a Shanghai day.
 * Rules: domain/activation/rules.
 */
import { attemptLimits } from '../../domain/activation/rules'
import { type Refused, refuse } from '../../domain/result'
import { addDays, dayOf } from '../../domain/time/shanghai'
import { countAttempt as count } from '../_kit/attempts'
import { accountClaim, documentClaim } from '../_kit/claims'
import type { Call } from '../_kit/serve'

/**
 * Counts one attempt.
 * @param digest of the document; null when what was typed cannot be one
 * @returns the refusal when a limit was reached before
 */
export async function countAttempt(
  { openid, now }: Call,
  digest: string | null,
): Promise<Refused<'too_many_attempts'> | null> {
  const today = dayOf(now)
  const allowed =
    (await count(`${accountClaim(openid)}:${today}`, attemptLimits.perAccount)) &&
    (digest === null || (await count(`${documentClaim(digest)}:${today}`, attemptLimits.perDocument)))
  return allowed ? null : refuse('too_many_attempts', { from: addDays(today, 1) })
}
