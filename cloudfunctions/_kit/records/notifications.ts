/** Messages, consents to WeChat's, and wishes to be told. */
import type { Language } from '../../../domain/language'
import type { Channel, Region } from '../../../domain/notifications/channels'
import type { Delivery } from '../../../domain/notifications/delivery'
import type { MessageEvent } from '../../../domain/notifications/templates'
import type { Instant } from '../../../domain/time/shanghai'
import type { Sealed } from '../sealed'

/** Key: `<event>:<subject>`, so that one event is one message; a copy by WeChat has `@wechat` behind it. */
export type MessageRecord = Delivery & {
  event: MessageEvent
  language: Language
  channel: Channel
  /** Codes and alarms go before everything else. */
  isUrgent: boolean
  region: Region
  /** Phone number, account and parameters, sealed JSON; null when it was removed. */
  letter: Sealed | null
  /** When the letter is removed; null afterwards. */
  letterUntil: Instant | null
  phoneMasked: string
  /** Sorts by time, unique. */
  position: string
  createdAt: Instant
  /** When nobody needs it any more; null: always. */
  goodUntil: Instant | null
  /** The provider's last refusal, a code. */
  refusal: string | null
}

/** Key: `<template>:<openid>`. How many subscribe messages the person has agreed to: one consent, one message. */
export type ConsentRecord = { left: number; at: Instant }

/** Key: OPENID. Somebody who waits for registration to open. `phoneSealed` is null when WeChat alone tells them. */
export type WishRecord = {
  since: Instant
  language: Language
  byWechat: boolean
  phoneSealed: Sealed | null
  phoneMasked: string
}
