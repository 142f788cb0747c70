/**
 * What WeChat's server tells about a follower. Only three events matter here; everything else that people send to the account
 * is answered and left alone. Source: WeChat's documentation of event pushes.
 */
import * as v from 'valibot'
import type { Instant } from '../time/shanghai'

/** `view_miniprogram`: a tap on a menu entry that opens the mini program. */
const handled = ['subscribe', 'unsubscribe', 'view_miniprogram'] as const
export type FollowerEventKind = (typeof handled)[number]

export type FollowerEvent = {
  kind: FollowerEventKind
  /** The follower's OPENID at the official account, which is not that of the mini program. */
  follower: string
  /** The official account's own name in messages. */
  account: string
  at: Instant
  /** The same for every time that WeChat sends it. */
  key: string
}

const openid = v.pipe(v.string(), v.regex(/^[\w-]{6,64}$/))
const fields = v.object({
  ToUserName: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  FromUserName: openid,
  CreateTime: v.pipe(v.string(), v.regex(/^\d{1,12}$/)),
  MsgType: v.pipe(v.string(), v.maxLength(32)),
  Event: v.optional(v.pipe(v.string(), v.maxLength(64)), ''),
})

/** `other`: a message or an event that is none of ours. Null: not a message of WeChat's. */
export function readEvent(message: Readonly<Record<string, string>>): FollowerEvent | 'other' | null {
  const parsed = v.safeParse(fields, message)
  if (!parsed.success) {
    return null
  }
  const { MsgType, Event, FromUserName, ToUserName, CreateTime } = parsed.output
  const kind = handled.find((one) => MsgType === 'event' && one === Event.toLowerCase())
  if (!kind) {
    return 'other'
  }
  const key = `${FromUserName}:${CreateTime}:${kind}`
  return { kind, follower: FromUserName, account: ToUserName, at: Number(CreateTime) * 1000, key }
}
