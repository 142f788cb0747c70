/** The official account: followers, links, events, its token. */
import type { Follower, Link } from '../../../domain/binding/link'
import type { Instant } from '../../../domain/time/shanghai'
import type { Sealed } from '../sealed'

/** Key: the follower's OPENID at the official account. */
export type FollowerRecord = Follower

/** Key: UnionID. A person's two accounts, known as one (domain/binding/link). */
export type OfficialLinkRecord = Link

/** Key: domain/binding/event. What WeChat's server has told already; it sends again what it believes unanswered. */
export type OfficialEventRecord = { at: Instant }

/** Key: `official-account`. The access token that everybody uses (domain/binding/token). */
export type OfficialTokenRecord = {
  token: Sealed
  expiresAt: Instant
  /** Rises with every renewal: a renewal or a complaint about an older one changes nothing. */
  generation: number
  /** WeChat refused it before its time, so a new one has to be asked for. */
  refused: boolean
  /** Until when somebody is renewing it. */
  leaseUntil: Instant
}
