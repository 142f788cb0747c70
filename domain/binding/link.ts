/**
 * The link between a follower of the official account and the account that holds the card: one person's two accounts, known as
 * one by their UnionID. Either side may become known first; the link stands from the moment when both are, unless the person
 * undid it. Source: notice III.4(2); product "Official account".
 */
import type { Instant } from '../time/shanghai'

/** What is known of one UnionID. */
export type Link = {
  /** The account in the mini program that holds a card; null: not seen yet. */
  openid: string | null
  /** The follower; null: does not follow (any more). */
  follower: string | null
  boundAt: Instant | null
  /** The person unbound it; the next tap on the menu, or following anew, binds again. */
  undone: boolean
}

export const NO_LINK: Link = { openid: null, follower: null, boundAt: null, undone: false }

/** The account that holds the card has shown itself. */
export function withHolder(link: Link, openid: string, now: Instant): Link {
  return settled({ ...link, openid, boundAt: link.openid === openid ? link.boundAt : null }, now)
}

/** The follower followed, or tapped the menu: an act of the person's own, so it binds again what was undone. */
export function withFollower(link: Link, follower: string, now: Instant): Link {
  return settled({ ...link, follower, undone: false, boundAt: link.follower === follower ? link.boundAt : null }, now)
}

/** The follower left. */
export function withoutFollower(link: Link): Link {
  return { ...link, follower: null, boundAt: null }
}

/** The person undoes the link. */
export function unbound(link: Link): Link {
  return { ...link, boundAt: null, undone: true }
}

/** The person binds again on the card page; stays open while nobody follows. */
export function boundAgain(link: Link, now: Instant): Link {
  return settled({ ...link, undone: false }, now)
}

function settled(link: Link, now: Instant): Link {
  const isComplete = link.openid !== null && link.follower !== null && !link.undone
  return { ...link, boundAt: isComplete ? (link.boundAt ?? now) : null }
}

/** What is known of a follower by their OPENID. */
export type Follower = {
  /** Null: not looked up yet, or WeChat gives none. */
  unionid: string | null
  follows: boolean
  /** When the last event that counted was made. */
  changedAt: Instant
  /** `due`: WeChat could not be asked yet; `none`: it gives no UnionID. */
  lookUp: 'due' | 'done' | 'none'
}

/** True when an event is older than what is known: messages can overtake each other. */
export function isOutdated(follower: Follower | null, at: Instant): boolean {
  return follower !== null && at < follower.changedAt
}
