/**
 * Messages that leave in one call. The provider takes up to 200 numbers at once when template and parameters are the same and
 * all of them are mainland numbers or none is; a death in between makes all of one call uncertain, so calls are kept smaller.
 */
import type { Language } from '../language'
import type { Channel, Region } from './channels'
import type { MessageEvent, MessageParameters } from './templates'

/** Numbers in one call. */
export const PARCEL_LIMIT = 50

export type Addressed = {
  channel: Channel
  event: MessageEvent
  language: Language
  region: Region
  parameters: MessageParameters
  phone: string
}

/** Puts messages into parcels, in the order of their first one; WeChat takes one at a time, and so does one number. */
export function parcelsOf<Message extends Addressed>(messages: readonly Message[]): Message[][] {
  const parcels: Message[][] = []
  const open = new Map<string, Message[]>()
  for (const message of messages) {
    const key = keyOf(message)
    const parcel = key === null ? undefined : open.get(key)
    const hasRoom = parcel !== undefined && parcel.length < PARCEL_LIMIT
    if (hasRoom && !parcel.some(({ phone }) => phone === message.phone)) {
      parcel.push(message)
      continue
    }
    const fresh = [message]
    parcels.push(fresh)
    if (key !== null) {
      open.set(key, fresh)
    }
  }
  return parcels
}

function keyOf({ channel, event, language, region, parameters }: Addressed): string | null {
  return channel === 'sms' ? JSON.stringify([event, language, region, parameters]) : null
}
