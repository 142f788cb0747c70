/**
 * What an event changes: the follower and their link, in one transaction with the event's own record, so that an event that
 * WeChat sends again changes nothing, and one whose handling was cut short is handled when it comes again.
 */
import type { FollowerEvent } from '../../domain/binding/event'
import { type Follower, isOutdated, type Link, NO_LINK, withFollower, withoutFollower } from '../../domain/binding/link'
import type { Instant } from '../../domain/time/shanghai'
import { Refused, Unreachable } from '../_kit/official-account/wechat-server'
import { get, type Stored } from '../_kit/store'
import { change, type Transaction } from '../_kit/transaction'
import { unionidOf } from './official'

/** Applies an event. WeChat is asked for at most until `deadline`; what it did not say is asked again by the timer. */
export async function takeEvent(event: FollowerEvent, now: Instant, deadline: number): Promise<void> {
  if (await get('officialEvents', event.key)) {
    return
  }
  const known = await get('followers', event.follower)
  const identity = await identify(event, known, deadline)
  await change(async (transaction) => {
    if (await transaction.get('officialEvents', event.key)) {
      return
    }
    await transaction.insert('officialEvents', event.key, { at: now })
    const before = await transaction.get('followers', event.follower)
    if (!isOutdated(before, event.at)) {
      await apply(transaction, event, identity, { before, now })
    }
  })
}

type Identity = Pick<Follower, 'unionid' | 'lookUp'>

/** Who the follower is. Somebody who leaves cannot be asked about any more. */
async function identify(
  { kind, follower }: FollowerEvent,
  known: Stored<'followers'> | null,
  deadline: number,
): Promise<Identity> {
  if (known?.unionid || kind === 'unsubscribe') {
    return { unionid: known?.unionid ?? null, lookUp: 'done' }
  }
  return lookUp(follower, deadline)
}

/** Asks WeChat; `due` when it has to be asked again. */
export async function lookUp(follower: string, deadline: number): Promise<Identity> {
  try {
    const unionid = await unionidOf(follower, deadline)
    return unionid === '' ? { unionid: null, lookUp: 'none' } : { unionid, lookUp: 'done' }
  } catch (error) {
    if (error instanceof Unreachable || error instanceof Refused) {
      return { unionid: null, lookUp: 'due' }
    }
    throw error
  }
}

async function apply(
  transaction: Transaction,
  { kind, follower, at }: FollowerEvent,
  { unionid, lookUp: state }: Identity,
  { before, now }: { before: Stored<'followers'> | null; now: Instant },
): Promise<void> {
  const follows = kind !== 'unsubscribe'
  const record: Follower = { unionid: unionid ?? before?.unionid ?? null, follows, changedAt: at, lookUp: state }
  await put(transaction, follower, before, record)
  if (record.unionid !== null) {
    await changeLink(transaction, record.unionid, (link) => {
      return follows ? withFollower(link, follower, now) : withoutFollower(link)
    })
  }
}

async function put(transaction: Transaction, id: string, before: object | null, record: Follower): Promise<void> {
  await (before ? transaction.update('followers', id, record) : transaction.insert('followers', id, record))
}

/** Changes what is known of a UnionID. @returns the link as it is now */
export async function changeLink(transaction: Transaction, unionid: string, step: (link: Link) => Link): Promise<Link> {
  const stored = await transaction.get('officialLinks', unionid)
  const link = step(stored ? linkOf(stored) : NO_LINK)
  await (stored
    ? transaction.update('officialLinks', unionid, link)
    : transaction.insert('officialLinks', unionid, link))
  return link
}

/** The link without its key. */
export function linkOf({ openid, follower, boundAt, undone }: Stored<'officialLinks'>): Link {
  return { openid, follower, boundAt, undone }
}
