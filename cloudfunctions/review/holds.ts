/**
 * Holds on applications, each taken, renewed or given back in one step with its condition: of two reviewers who reach
 * for the same one at once, one gets it. They live on the application, so that deciding costs nothing more.
 */
import { type Hold, holdOf, noHold } from '../../domain/review/hold'
import { atMost, oneOf } from '../_kit/conditions'
import type { Call } from '../_kit/serve'
import { getAll, updateWhere } from '../_kit/store'

const UNDECIDED = { status: 'submitted', verdict: 'undecided' } as const

/** The hold that this call would have. */
export function holdOfCaller({ openid, staff, now }: Call): Hold {
  return holdOf({ by: openid, name: staff?.name ?? '' }, now)
}

/** Takes one that is in nobody's hands. @returns null when somebody was faster */
export async function take(id: string, call: Call): Promise<Hold | null> {
  const hold = holdOfCaller(call)
  const taken = await updateWhere('applications', { _id: id, ...UNDECIDED, 'hold.until': atMost(call.now) }, { hold })
  return taken === 1 ? hold : null
}

/** Renews those that are still this reviewer's. @returns those that are not */
export async function renew(ids: readonly string[], call: Call): Promise<string[]> {
  const hold = holdOfCaller(call)
  const renewed = await updateWhere('applications', { _id: oneOf(ids), ...UNDECIDED, 'hold.by': call.openid }, { hold })
  if (renewed === ids.length) {
    return []
  }
  const now = await getAll('applications', ids)
  return ids.filter((id) => now.get(id)?.hold.by !== call.openid)
}

/** Gives back those that are this reviewer's. */
export async function giveBack(ids: readonly string[], { openid }: Call): Promise<void> {
  await updateWhere('applications', { _id: oneOf(ids), ...UNDECIDED, 'hold.by': openid }, { hold: noHold })
}
