/**
 * Every ten minutes: followers whom WeChat could not name when they came are asked about again, and what was remembered against
 * repeated messages is forgotten after a day.
 */
import { withFollower } from '../../domain/binding/link'
import { DAY } from '../../domain/time/shanghai'
import { below } from '../_kit/conditions'
import { inLanes, stopwatch } from '../_kit/lanes'
import { account } from '../_kit/official-account/account'
import type { Call } from '../_kit/serve'
import { find, removeWhere, type Stored } from '../_kit/store'
import { change } from '../_kit/transaction'
import { changeLink, lookUp } from './followers'

const MOST = 200
const LANES = 4
const LOOK_UP_MS = 5_000

export async function tend({ now }: Call): Promise<void> {
  await removeWhere('officialEvents', { at: below(now - DAY) })
  if (account) {
    const due = await find('followers', { lookUp: 'due' }, { order: 'changedAt', limit: MOST })
    await inLanes(due, LANES, stopwatch(), (follower) => identify(follower, now))
  }
}

async function identify(follower: Stored<'followers'>, now: number): Promise<void> {
  const { _id: id, follows, changedAt } = follower
  if (!follows) {
    await change((transaction) => transaction.update('followers', id, { lookUp: 'done' }))
    return
  }
  const { unionid, lookUp: state } = await lookUp(id, Date.now() + LOOK_UP_MS)
  if (state === 'due') {
    return
  }
  await change(async (transaction) => {
    const before = await transaction.get('followers', id)
    // An event that came meanwhile knows better.
    if (!before || before.changedAt !== changedAt) {
      return
    }
    await transaction.update('followers', id, { unionid, lookUp: state })
    if (unionid !== null) {
      await changeLink(transaction, unionid, (link) => withFollower(link, id, now))
    }
  })
}
