/**
 * How a message travels from the outbox. It is written in the same transaction as what it reports, so it exists exactly when
 * its fact does; the dispatcher takes it, asks the provider, and records the answer. If the dispatcher dies between the
 * provider's acceptance and the record, the message is sent once more and marked uncertain. Source: product "Messages".
 *
 *   pending ──take──▶ sending ──accepted──▶ sent (a copy that is not wanted: dropped)
 *      ▲                 │ refused / unreachable (back-off) ──▶ pending … after 6 attempts ──▶ failed
 *      ├── lease over ───┘ (uncertain = true)                                       │
 *      └──────────────────────────── staff send it again ──────────────────────────┘
 */
import { type Instant, MINUTE } from '../time/shanghai'

/** `dropped`: a copy by WeChat that the person no longer wants; the SMS carries the news. */
export const deliveryStates = ['pending', 'sending', 'sent', 'failed', 'dropped'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export type Delivery = {
  state: DeliveryState
  attempts: number
  nextAttemptAt: Instant
  /** While `sending`: when the dispatcher that holds it is taken for dead. */
  leaseUntil: Instant
  /** True when a copy may have gone out that we have no record of. */
  uncertain: boolean
}

/** Longer than a function may live, so a living dispatcher never loses its message. */
export const LEASE = 2 * MINUTE
export const MAX_ATTEMPTS = 6

/** A message as it enters the outbox. */
export function newDelivery(now: Instant): Delivery {
  return { state: 'pending', attempts: 0, nextAttemptAt: now, leaseUntil: 0, uncertain: false }
}

/** True when a dispatcher may take the message now. */
export function isDue(delivery: Delivery, now: Instant): boolean {
  if (delivery.state === 'pending') {
    return delivery.nextAttemptAt <= now
  }
  return delivery.state === 'sending' && delivery.leaseUntil <= now
}

/** The message in the hands of a dispatcher; one found abandoned while sending is uncertain from here on. */
export function take(delivery: Delivery, now: Instant): Delivery {
  return {
    ...delivery,
    state: 'sending',
    attempts: delivery.attempts + 1,
    leaseUntil: now + LEASE,
    uncertain: delivery.uncertain || delivery.state === 'sending',
  }
}

/** After the provider accepted. */
export function accepted(delivery: Delivery): Delivery {
  return { ...delivery, state: 'sent' }
}

/** A failed message in its first attempt again, because somebody of the staff asked for it. */
export function resent(delivery: Delivery, now: Instant): Delivery {
  return { ...newDelivery(now), uncertain: delivery.uncertain }
}

/** WeChat will not carry it: by SMS at once, with all attempts before it. */
export function turnedToSms(delivery: Delivery, now: Instant): Delivery {
  return resent(delivery, now)
}

/**
 * After the provider refused or could not be reached: tried again after 1, 2, 4, 8, 16 minutes, then left to staff.
 * @param permanent the provider said that this number or template will never work
 */
export function refused(delivery: Delivery, now: Instant, permanent: boolean): Delivery {
  if (permanent || delivery.attempts >= MAX_ATTEMPTS) {
    return { ...delivery, state: 'failed' }
  }
  return { ...delivery, state: 'pending', nextAttemptAt: now + MINUTE * 2 ** (delivery.attempts - 1) }
}
