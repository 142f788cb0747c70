/**
 * A text message that leaves in WeChat, too, or instead: the copy is written beside it, or its own way is changed, in one
 * transaction. A dispatcher that dies before or after finds it done or not done.
 */
import { type Channel, wayOf } from '../../domain/notifications/channels'
import { newDelivery } from '../../domain/notifications/delivery'
import type { Instant } from '../../domain/time/shanghai'
import { lettered, readLetter } from '../_kit/outbox'
import type { Stored } from '../_kit/store'
import type { Transaction } from '../_kit/transaction'
import type { Opened } from './deliver'

export type WechatChannel = Exclude<Channel, 'sms'>

/** True for a message that has not been tried yet, in WeChat either, and has an account to go to. */
export function mayChange({ event, channel, attempts, refusal, openid }: Opened): boolean {
  const isUntried = attempts === 0 && refusal === null
  return wayOf(event).template !== null && channel === 'sms' && isUntried && openid !== ''
}

/** @returns false when it was sent or changed meanwhile @throws Duplicate when its copy was written before */
export async function changeWay(
  transaction: Transaction,
  { _id, event }: Opened,
  channel: WechatChannel,
  now: Instant,
): Promise<boolean> {
  const current = await transaction.get('outbox', _id)
  if (current?.state !== 'pending' || current.attempts > 0 || current.refusal !== null) {
    return false
  }
  await (wayOf(event).rule === 'instead'
    ? transaction.update('outbox', _id, { channel })
    : transaction.insert('outbox', ...copyOf(current, channel, now)))
  return true
}

/** The message goes on as what it has become. @returns how many copies came of it: 1 or 0 */
export function changed(message: Opened, channel: WechatChannel): number {
  if (wayOf(message.event).rule !== 'instead') {
    return 1
  }
  message.channel = channel
  return 0
}

function copyOf({ _id, ...message }: Stored<'outbox'>, channel: WechatChannel, now: Instant) {
  const id = `${_id}@${channel}`
  const letter = lettered(id, readLetter(_id, message), now)
  return [id, { ...message, ...newDelivery(now), ...letter, channel, refusal: null }] as const
}
