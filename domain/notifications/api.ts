/**
 * What the notifications function is asked and answers: by the timer, by alumni (whether they want to hear by WeChat; telling
 * them when registration opens) and by staff (what could not be delivered).
 */
import * as v from 'valibot'
import { languages } from '../language'
import type { Instant } from '../time/shanghai'
import { type Channel, subscribeTemplates } from './channels'
import type { FailureKind } from './failures'
import { type MessageEvent, messageEvents } from './templates'

export const notificationsRefusals = [
  'registration_open_now', // nothing to wait for
  'wish_unreachable', // neither WeChat nor a phone number
  'wish_limit', // too many changes today
  'message_unknown',
  'message_not_failed', // it is on its way, or arrived
  'message_too_old', // its text is removed, or nobody needs it any more
] as const

/** WeChat asks for at most so many templates at once. */
export const MOST_TEMPLATES = 3

/** What staff look through. */
export const messageLists = ['failed', 'uncertain'] as const
export type MessageList = (typeof messageLists)[number]

const id = v.pipe(v.string(), v.regex(/^[\w:@-]{3,200}$/))
const event = v.picklist(messageEvents)

export const notificationsRequests = {
  /** Sends what is due; `left` tells whether there is more. Called by the timer and after a round was closed. */
  dispatch: v.strictObject({}),
  /** The person agreed to these in WeChat's dialog. */
  agree: v.strictObject({
    templates: v.pipe(v.array(v.picklist(subscribeTemplates)), v.minLength(1), v.maxLength(MOST_TEMPLATES)),
  }),
  /** Whether I wait for registration to open. */
  readWish: v.strictObject({}),
  /** Tell me when it opens: by WeChat when `agreed` in its dialog, else by SMS to this number. */
  wish: v.strictObject({
    agreed: v.boolean(),
    phone: v.pipe(v.string(), v.maxLength(40)),
    language: v.picklist(languages),
  }),
  dropWish: v.strictObject({}),
  /** What could not be delivered or may have come twice: reviewers. Newest first, 30 at a time. */
  messages: v.strictObject({
    list: v.picklist(messageLists),
    after: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(220))), null),
  }),
  resend: v.strictObject({ id }),
  /** All failed ones of an event; a call works for a while and says what is left. */
  resendAll: v.strictObject({ event }),
} as const

export type NotificationsRequest<Action extends keyof typeof notificationsRequests> = v.InferInput<
  (typeof notificationsRequests)[Action]
>
export type NotificationsInput<Action extends keyof typeof notificationsRequests> = v.InferOutput<
  (typeof notificationsRequests)[Action]
>

export type WishView = { since: Instant; byWechat: boolean; phoneMasked: string }

/** A message as staff see it: never its text, its full number or its account. */
export type MessageView = {
  id: string
  event: MessageEvent
  channel: Channel
  /** '' when the person gave none. */
  phoneMasked: string
  state: 'pending' | 'sending' | 'sent' | 'failed' | 'dropped'
  uncertain: boolean
  attempts: number
  writtenAt: Instant
  /** Why the last attempt failed, and the provider's own code; null after none. */
  failure: { kind: FailureKind; code: string } | null
  canResend: boolean
}

export type MessageCounts = {
  /** Waiting or being sent. */
  underway: number
  /** Sent, of those written in the last seven days. */
  sent: number
  failed: number
  uncertain: number
}

export type NotificationsReplies = {
  dispatch: { sent: number; failed: number; left: boolean }
  agree: Record<string, never>
  readWish: { wish: WishView | null }
  wish: { wish: WishView }
  dropWish: Record<string, never>
  messages: {
    now: Instant
    messages: MessageView[]
    after: string | null
    counts: MessageCounts
    /** Failed ones by event, those that there are. */
    kinds: { event: MessageEvent; count: number }[]
  }
  resend: { message: MessageView }
  resendAll: { resent: number; left: boolean }
}
