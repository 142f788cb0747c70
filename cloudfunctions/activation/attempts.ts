/**
 * Attempts, counted before anything is looked up and whatever comes of them: per account and per document, a Shanghai day.
 * Rules: domain/activation/rules.
 */
import { attemptLimits } from '../../domain/activation/rules'
import { type Refused, refuse } from '../../domain/result'
import { addDays, dayOf } from '../../domain/time/shanghai'
import { accountClaim, documentClaim } from '../_kit/claims'
import { below } from '../_kit/conditions'
import type { Call } from '../_kit/serve'
import { Increase, insert, updateWhere } from '../_kit/store'
import { Duplicate } from '../_kit/store-errors'

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
    (await countOne(`${accountClaim(openid)}:${today}`, attemptLimits.perAccount)) &&
    (digest === null || (await countOne(`${documentClaim(digest)}:${today}`, attemptLimits.perDocument)))
  return allowed ? null : refuse('too_many_attempts', { from: addDays(today, 1) })
}

// The first of the day is an insert; the others increase the count in one step with the comparison, so that any number of
// requests at once cannot pass the limit.
async function countOne(key: string, limit: number): Promise<boolean> {
  try {
    await insert('attempts', key, { count: 1 })
    return true
  } catch (error) {
    if (!(error instanceof Duplicate)) {
      throw error
    }
  }
  return (await updateWhere('attempts', { _id: key, count: below(limit) }, { count: new Increase(1) })) === 1
}
