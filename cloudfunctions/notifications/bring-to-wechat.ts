/** Messages of people who agreed to hear by WeChat's subscribe messages: each uses up a consent, in the same transaction. */
import { wayOf } from '../../domain/notifications/channels'
import { subscriptionOf } from '../../domain/notifications/subscribe'
import { ok } from '../../domain/result'
import type { Instant } from '../../domain/time/shanghai'
import { inLanes } from '../_kit/lanes'
import { getAll } from '../_kit/store'
import { type Transaction, transact } from '../_kit/transaction'
import { changed, changeWay, mayChange } from './change-way'
import { consentKey } from './consents'
import type { Opened } from './deliver'

const LANES = 10
const goOn = () => false

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
  await inLanes(agreed, LANES, goOn, async ({ message, key }) => {
    const moved = await transact(
      (transaction) => useConsent(transaction, message, key, now),
      async () => ok(false), // the copy was written before
    )
    copies += moved.ok && moved.value ? changed(message, 'wechat') : 0
  })
  return copies
}

/** The consent that a message may use, or null. */
function consentOf(message: Opened): string | null {
  const { template } = wayOf(message.event)
  return template && mayChange(message) && subscriptionOf(message) ? consentKey(template, message.openid) : null
}

async function useConsent(transaction: Transaction, message: Opened, key: string, now: Instant) {
  const consent = await transaction.get('consents', key)
  if (!consent || consent.left < 1 || !(await changeWay(transaction, message, 'wechat', now))) {
    return ok(false)
  }
  await transaction.update('consents', key, { left: consent.left - 1 })
  return ok(true)
}
