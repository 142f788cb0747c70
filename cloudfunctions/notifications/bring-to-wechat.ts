/**
 * Messages of people who agreed to hear by WeChat: a copy is written beside the text message, or the message itself
 * changes its way, in one transaction with the consent that it uses up. A dispatcher that dies before or after finds it
 * done or not done.
 */
import { wayOf } from '../../domain/notifications/channels'
import { newDelivery } from '../../domain/notifications/delivery'
import { subscriptionOf } from '../../domain/notifications/subscribe'
import { ok } from '../../domain/result'
import type { Instant } from '../../domain/time/shanghai'
import { inLanes } from '../_kit/lanes'
import { lettered, readLetter } from '../_kit/outbox'
import { getAll, type Stored } from '../_kit/store'
import { type Transaction, transact } from '../_kit/transaction'
import { consentKey } from './consents'
import type { Opened } from './deliver'

const LANES = 10

/**
 * Looks for consents of all messages at once; most batches have none and cost one read. Changes `channel` in place.
 * @returns how many copies were written
 */
export async function bringToWechat(messages: readonly Opened[], now: Instant): Promise<number> {
  const candidates = messages.flatMap((message) => {
    const key = consentOf(message)
    return key === null ? [] : [{ message, key }]
  })
  let copies = 0
  const consents = await getAll('consents', [...new Set(candidates.map(({ key }) => key))])
  const agreed = candidates.filter(({ key }) => (consents.get(key)?.left ?? 0) > 0)
  const goOn = () => false
  await inLanes(agreed, LANES, goOn, async ({ message, key }) => {
    const moved = await transact(
      (transaction) => useConsent(transaction, message, key, now),
      async () => ok(false), // the copy was written before
    )
    if (!moved.ok || !moved.value) {
      return
    }
    if (wayOf(message.event).rule === 'instead') {
      message.channel = 'wechat'
    } else {
      copies += 1
    }
  })
  return copies
}

/** The consent that a message may use, or null: not of this kind, no account, or tried before. */
function consentOf(message: Opened): string | null {
  const { template } = wayOf(message.event)
  if (!template || message.channel === 'wechat' || message.attempts > 0 || message.openid === '') {
    return null
  }
  return subscriptionOf(message) ? consentKey(template, message.openid) : null
}

async function useConsent(transaction: Transaction, message: Opened, key: string, now: Instant) {
  const consent = await transaction.get('consents', key)
  const current = await transaction.get('outbox', message._id)
  if (!consent || consent.left < 1 || current?.state !== 'pending' || current.attempts > 0) {
    return ok(false)
  }
  if (wayOf(message.event).rule === 'instead') {
    await transaction.update('outbox', message._id, { channel: 'wechat' })
  } else {
    await transaction.insert('outbox', ...copyOf(current, now))
  }
  await transaction.update('consents', key, { left: consent.left - 1 })
  return ok(true)
}

function copyOf({ _id, ...message }: Stored<'outbox'>, now: Instant) {
  const id = `${_id}@wechat`
  const letter = lettered(id, readLetter(_id, message), now)
  return [id, { ...message, ...newDelivery(now), ...letter, channel: 'wechat' as const, refusal: null }] as const
}
