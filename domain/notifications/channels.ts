/**
 * Which way a message goes. The notice promises text messages for the result and for activation (III.2, III.4): those
 * always leave by SMS, and in WeChat as well. That registration is open again, and that a card is about to end, leaves in
 * WeChat where that is possible, by SMS otherwise. In WeChat means: from the official account to whoever has bound it to
 * the card, which uses up nothing; else by a subscribe message when the person agreed, of which one consent is one
 * message. Codes and the alarms after an activation or a renewal go to the registered phone only: whoever holds the
 * WeChat account may be the very person that the alarm is about.
 */
import { addDays, dayOf, type Instant, instantAt } from '../time/shanghai'
import type { MessageEvent } from './templates'

/** `wechat`: a subscribe message of the mini program; `official`: a template message of the official account. */
export const channels = ['sms', 'wechat', 'official'] as const
export type Channel = (typeof channels)[number]

/** In WeChat, by either way. `also`: a copy beside the SMS; `instead`: WeChat, and SMS only without it; `never`: SMS only. */
export type WechatRule = 'also' | 'instead' | 'never'

/** WeChat's templates; an event's template is agreed to before it is known which event it will be. */
export const subscribeTemplates = ['review_result', 'activation_open', 'registration_open', 'renewal_due'] as const
export type SubscribeTemplate = (typeof subscribeTemplates)[number]

type Way = { template: SubscribeTemplate | null; rule: WechatRule; isUrgent: boolean }

const bySms: Way = { template: null, rule: 'never', isUrgent: true }
const result: Way = { template: 'review_result', rule: 'also', isUrgent: false }

const ways: Record<MessageEvent, Way> = {
  review_approved: result,
  review_returned: result,
  review_rejected: result,
  activation_open: { template: 'activation_open', rule: 'also', isUrgent: false },
  registration_open: { template: 'registration_open', rule: 'instead', isUrgent: false },
  card_activated: bySms,
  renewal_due: { template: 'renewal_due', rule: 'instead', isUrgent: false },
  card_renewed: bySms,
  phone_code: bySms,
  visit_approved: { ...bySms, isUrgent: false },
  visit_refused: { ...bySms, isUrgent: false },
  privacy_code: bySms,
}

/** The way of an event. Urgent ones answer what somebody is doing right now: they go first and know no quiet hours. */
export function wayOf(event: MessageEvent): Way {
  return ways[event]
}

/** Where a number is: the two are sent apart, with templates of their own (provider), and only one has quiet hours. */
export type Region = 'mainland' | 'overseas'

/** @param phone E.164, or '' */
export function regionOf(phone: string): Region {
  return phone === '' || phone.startsWith('+86') ? 'mainland' : 'overseas'
}

/** Policy: Shanghai wall-clock times between which messages to the mainland may leave; `from` is earlier than `until`. */
export type SendingHours = { from: string; until: string }

/** As text messages from the university are expected: not at night. */
export const DEFAULT_SENDING_HOURS: SendingHours = { from: '08:00', until: '22:00' }

/**
 * When messages may leave again, or null when they may leave now. For the mainland only: elsewhere nobody knows the hour.
 */
export function quietUntil(now: Instant, { from, until }: SendingHours): Instant | null {
  const today = dayOf(now)
  if (now < instantAt(today, from)) {
    return instantAt(today, from)
  }
  return now < instantAt(today, until) ? null : instantAt(addDays(today, 1), from)
}
