/**
 * The outbox: a message is written in the same transaction as what it reports, so it exists exactly when its fact does. The
 * notifications function sends it. Its key is the event, so one event is one message. Source: domain/notifications/delivery.
 */
import type { Language } from '../../domain/language'
import { newDelivery } from '../../domain/notifications/delivery'
import type { MessageEvent, MessageParameters } from '../../domain/notifications/templates'
import type { Instant } from '../../domain/time/shanghai'
import type { MessageRecord } from './records'
import { seal, unseal } from './sealed'

export type Message = {
  event: MessageEvent
  /** With the event, the key: the fact that the message reports. */
  subject: string
  phone: string
  language: Language
  parameters: MessageParameters
  /** When nobody needs it any more. */
  goodUntil?: Instant
}

/** What only the dispatcher reads. */
export type Letter = { phone: string; parameters: MessageParameters }

const placeOf = (id: string) => `outbox/${id}/letter`

/** Key and record of a message, ready to be inserted into `outbox`. */
export function outboxEntry(message: Message, now: Instant): [string, MessageRecord] {
  const { event, language, phone, parameters, goodUntil = null } = message
  const id = `${event}:${message.subject}`
  const letter = seal(JSON.stringify({ phone, parameters } satisfies Letter), placeOf(id))
  return [id, { ...newDelivery(now), event, language, letter, createdAt: now, goodUntil, refusal: null }]
}

/** Opens the letter of a message. */
export function readLetter(id: string, record: MessageRecord): Letter {
  return JSON.parse(unseal(record.letter, placeOf(id)))
}
