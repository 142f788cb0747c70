/**
 * The outbox: a message is written in the same transaction as what it reports, so it exists exactly when its fact does.
 * The notifications function sends it. Its key is the event, so one event is one message. Source:
 * domain/notifications/delivery.
 */
import type { Language } from '../../domain/language'
import { regionOf, wayOf } from '../../domain/notifications/channels'
import { newDelivery } from '../../domain/notifications/delivery'
import type { MessageEvent, MessageParameters } from '../../domain/notifications/templates'
import { maskPhone } from '../../domain/registration/phone'
import { DAY, type Instant } from '../../domain/time/shanghai'
import type { MessageRecord } from './records/notifications'
import { seal, unseal } from './sealed'
import { sealedPlace } from './sealed-places'

export type Message = {
  event: MessageEvent
  /** With the event, the key: the fact that the message reports. */
  subject: string
  /** E.164; '' when the person gave none. */
  phone: string
  /** The account that may have agreed to hear it by WeChat. */
  openid?: string | null
  language: Language
  parameters: MessageParameters
  /** When nobody needs it any more. */
  goodUntil?: Instant
}

/** What only the dispatcher reads. */
export type Letter = { phone: string; openid: string; parameters: MessageParameters }

/** What was said to whom is kept this long, for sending it again and for questions. */
const LETTER_LIFETIME = 30 * DAY

/** Key and record of a message, ready to be inserted into `outbox`. */
export function outboxEntry(message: Message, now: Instant): [string, MessageRecord] {
  const { event, language, phone, parameters, goodUntil = null } = message
  const id = `${event}:${message.subject}`
  const record = {
    ...newDelivery(now),
    event,
    language,
    channel: 'sms' as const,
    isUrgent: wayOf(event).isUrgent,
    region: regionOf(phone),
    phoneMasked: phone && maskPhone(phone),
    createdAt: now,
    goodUntil,
    refusal: null,
  }
  return [id, { ...record, ...lettered(id, { phone, openid: message.openid ?? '', parameters }, now) }]
}

/** The fields of a message that depend on its key. */
export function lettered(id: string, letter: Letter, now: Instant) {
  return {
    letter: seal(JSON.stringify(letter), sealedPlace('outbox', id, 'letter')),
    letterUntil: now + LETTER_LIFETIME,
    position: `${positionAt(now)}-${id}`,
  }
}

/** Positions of messages written at an instant or later are not below this. */
export function positionAt(instant: Instant): string {
  return String(instant).padStart(14, '0')
}

/** Opens the letter of a message. @throws when it was removed */
export function readLetter(id: string, record: Pick<MessageRecord, 'letter'>): Letter {
  return JSON.parse(unseal(record.letter ?? '', sealedPlace('outbox', id, 'letter')))
}
