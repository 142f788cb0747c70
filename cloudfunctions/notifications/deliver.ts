/**
 * One parcel: its messages are taken, handed to the provider in one call, and each one's answer is recorded. What a
 * death in between leaves is told in domain/notifications/delivery.
 */
import { wayOf } from '../../domain/notifications/channels'
import { accepted, type Delivery, refused, take, turnedToSms } from '../../domain/notifications/delivery'
import { failureKind, isPermanent } from '../../domain/notifications/failures'
import type { Addressed } from '../../domain/notifications/parcels'
import type { Instant } from '../../domain/time/shanghai'
import { logFailure } from '../_kit/log'
import { type Letter, readLetter } from '../_kit/outbox'
import { type Patch, type Stored, updateWhere } from '../_kit/store'
import { forgetConsents } from './consents'
import { sendOfficialMessage } from './official'
import { sendSms } from './sms'
import { sendSubscribeMessage } from './subscribe'

/** A message with its letter open. */
export type Opened = Stored<'outbox'> & Addressed & Letter

/** The code of a refusal; null: accepted. */
export type Outcome = string | null

/** Opens the letters of messages; one that does not open is given up, because it never will. */
export async function openAll(messages: readonly Stored<'outbox'>[]): Promise<Opened[]> {
  const opened: Opened[] = []
  for (const message of messages) {
    try {
      opened.push({ ...message, ...readLetter(message._id, message) })
    } catch (error) {
      logFailure('deliver', error)
      await updateWhere('outbox', { _id: message._id, state: message.state }, { state: 'failed', refusal: 'too_late' })
    }
  }
  return opened
}

/** @returns how many of the parcel left and how many did not; those that another dispatcher took are neither */
export async function deliver(parcel: readonly Opened[], now: Instant): Promise<{ sent: number; failed: number }> {
  const taken = (await Promise.all(parcel.map((message) => takeOne(message, now)))).filter((held) => held !== null)
  const late = taken.filter((message) => isTooLate(message, now))
  const others = taken.filter((message) => !isTooLate(message, now))
  const outcomes = others.length > 0 ? await hand(others, now) : []
  const answers = [
    ...late.map((message) => ({ message, code: 'too_late' as Outcome })),
    ...others.map((message, index) => ({ message, code: outcomes[index] ?? null })),
  ]
  await Promise.all(answers.map(({ message, code }) => record(message, code, now)))
  const failed = answers.filter(({ code }) => code !== null).length
  return { sent: answers.length - failed, failed }
}

async function takeOne(message: Opened, now: Instant): Promise<Opened | null> {
  const { _id, state, attempts, leaseUntil } = message
  const held = take(deliveryOf(message), now)
  const isOurs = (await updateWhere('outbox', { _id, state, attempts, leaseUntil }, held)) === 1
  return isOurs ? { ...message, ...held } : null
}

/** Codes in the order of the messages. After a call that broke off nobody knows whether it was accepted. */
async function hand(parcel: readonly Opened[], now: Instant): Promise<Outcome[]> {
  const [first] = parcel
  try {
    if (first?.channel === 'wechat') {
      return [await sendSubscribeMessage(first)]
    }
    if (first?.channel === 'official') {
      return [await sendOfficialMessage(first)]
    }
    const template = `${first?.event}.${first?.language}` as Parameters<typeof sendSms>[0]['template']
    const phones = parcel.map(({ phone }) => phone)
    return await sendSms({ phones, template, parameters: first?.parameters ?? [] }, now)
  } catch (error) {
    logFailure('deliver', error)
    return parcel.map(() => (neverReached(error) ? 'not_sent' : 'no_answer'))
  }
}

async function record(message: Opened, code: Outcome, now: Instant): Promise<void> {
  const { _id, attempts } = message
  const delivery = deliveryOf(message)
  const held = { ...delivery, uncertain: delivery.uncertain || code === 'no_answer' }
  const after = code === null ? { ...accepted(held), refusal: null } : afterRefusal(message, held, code, now)
  await updateWhere('outbox', { _id, state: 'sending', attempts }, after)
  if (code !== null && message.channel === 'wechat' && failureKind(code) === 'not_wanted') {
    await forgetConsents(message)
  }
}

function afterRefusal(message: Opened, held: Delivery, code: string, now: Instant): Patch<'outbox'> {
  const isFinal = isPermanent(code)
  if (message.channel !== 'sms' && isFinal) {
    return withoutWechat(message, held, code, now)
  }
  const next = refused(held, now, isFinal)
  // What nobody will need at the time of the next attempt is not attempted again.
  const isVain = next.state === 'pending' && isTooLate(message, next.nextAttemptAt)
  return { ...(isVain ? refused(held, now, true) : next), refusal: code }
}

// A copy has its SMS beside it; anything else turns to SMS, if there is a number.
function withoutWechat(message: Opened, held: Delivery, code: string, now: Instant): Patch<'outbox'> {
  const isCopy = wayOf(message.event).rule === 'also'
  if (isCopy) {
    return { ...held, state: failureKind(code) === 'not_wanted' ? 'dropped' : 'failed', refusal: code }
  }
  return message.phone === ''
    ? { ...refused(held, now, true), refusal: 'no_way' }
    : { ...turnedToSms(held, now), channel: 'sms', refusal: code }
}

const NEVER_REACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']

function neverReached(error: unknown): boolean {
  const { cause } = (error ?? {}) as { cause?: { code?: unknown } }
  return typeof cause?.code === 'string' && NEVER_REACHED.includes(cause.code)
}

function isTooLate({ goodUntil }: Opened, at: Instant): boolean {
  return goodUntil !== null && goodUntil <= at
}

function deliveryOf({ state, attempts, nextAttemptAt, leaseUntil, uncertain }: Delivery): Delivery {
  return { state, attempts, nextAttemptAt, leaseUntil, uncertain }
}
