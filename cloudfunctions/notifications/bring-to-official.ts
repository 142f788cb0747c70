/**
 * Messages of people whose card is bound to the official account: it may write to a follower any number of times, so no consent
 * of theirs is used up.
 */
import { officialMessageOf } from '../../domain/notifications/subscribe'
import { ok } from '../../domain/result'
import type { Instant } from '../../domain/time/shanghai'
import { oneOf } from '../_kit/conditions'
import { inLanes } from '../_kit/lanes'
import { account } from '../_kit/official-account/account'
import { find } from '../_kit/store'
import { transact } from '../_kit/transaction'
import { changed, changeWay, mayChange } from './change-way'
import type { Opened } from './deliver'

const LANES = 10
const MOST_LINKS = 1000
const goOn = () => false

/** `others`: the messages whose people do not follow. `copies`: how many were written. */
export type Brought = { others: Opened[]; copies: number }

/** Looks for the followers of all messages at once; without an official account it costs nothing. Changes `channel` in place. */
export async function bringToOfficial(messages: readonly Opened[], now: Instant): Promise<Brought> {
  const candidates = account ? messages.filter((message) => mayChange(message) && officialMessageOf(message)) : []
  const bound = await boundAmong([...new Set(candidates.map(({ openid }) => openid))])
  const followers = new Set(candidates.filter(({ openid }) => bound.has(openid)))
  let copies = 0
  await inLanes([...followers], LANES, goOn, async (message) => {
    const moved = await transact(
      async (transaction) => ok(await changeWay(transaction, message, 'official', now)),
      async () => ok(false), // the copy was written before
    )
    copies += moved.ok && moved.value ? changed(message, 'official') : 0
  })
  return { others: messages.filter((message) => !followers.has(message)), copies }
}

async function boundAmong(openids: readonly string[]): Promise<Set<string>> {
  if (openids.length === 0) {
    return new Set()
  }
  const links = await find('officialLinks', { openid: oneOf(openids) }, { limit: MOST_LINKS })
  return new Set(links.flatMap(({ openid, boundAt }) => (openid !== null && boundAt !== null ? [openid] : [])))
}
