/** One message: taken, handed to the provider, its answer recorded. */
import { accepted, type Delivery, refused, take } from '../../domain/notifications/delivery'
import type { TemplateKey } from '../../domain/notifications/templates'
import type { Instant } from '../../domain/time/shanghai'
import { logFailure } from '../_kit/log'
import { readLetter } from '../_kit/outbox'
import { type Stored, updateWhere } from '../_kit/store'
import { type SmsAnswer, sendSms } from './sms'

/** @returns `taken` when another dispatcher was faster */
export async function deliver(message: Stored<'outbox'>, now: Instant): Promise<'sent' | 'failed' | 'taken'> {
  const { _id, state, attempts, leaseUntil } = message
  const held = take(deliveryOf(message), now)
  if ((await updateWhere('outbox', { _id, state, attempts, leaseUntil }, held)) !== 1) {
    return 'taken'
  }
  const answer = isTooLate(message, now) ? TOO_LATE : await hand(message, now)
  const after = answer.accepted ? accepted(held) : afterRefusal(message, held, answer, now)
  const refusal = answer.accepted ? null : answer.code
  await updateWhere('outbox', { _id, state: 'sending', attempts: held.attempts }, { ...after, refusal })
  return answer.accepted ? 'sent' : 'failed'
}

const TOO_LATE: SmsAnswer = { accepted: false, code: 'too_late', permanent: true }

function isTooLate({ goodUntil }: Stored<'outbox'>, at: Instant): boolean {
  return goodUntil !== null && goodUntil <= at
}

async function hand(message: Stored<'outbox'>, now: Instant): Promise<SmsAnswer> {
  try {
    const { phone, parameters } = readLetter(message._id, message)
    const template: TemplateKey = `${message.event}.${message.language}`
    return await sendSms({ phone, template, parameters }, now)
  } catch (error) {
    logFailure('deliver', error)
    return { accepted: false, code: 'not_sent', permanent: false }
  }
}

// What nobody will need at the time of the next attempt is not attempted again.
function afterRefusal(message: Stored<'outbox'>, held: Delivery, { permanent }: { permanent: boolean }, now: Instant) {
  const next = refused(held, now, permanent)
  return next.state === 'pending' && isTooLate(message, next.nextAttemptAt) ? refused(held, now, true) : next
}

function deliveryOf({ state, attempts, nextAttemptAt, leaseUntil, uncertain }: Delivery): Delivery {
  return { state, attempts, nextAttemptAt, leaseUntil, uncertain }
}
