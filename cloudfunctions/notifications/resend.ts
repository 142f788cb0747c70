/** Sending again what failed, because staff asked for it: one message, or all of an event. Each is on record. */
import type { NotificationsInput } from '../../domain/notifications/api'
import { resent } from '../../domain/notifications/delivery'
import type { MessageEvent } from '../../domain/notifications/templates'
import { ok, refuse } from '../../domain/result'
import { recordAction } from '../_kit/audit'
import { below } from '../_kit/conditions'
import { stopwatch } from '../_kit/lanes'
import type { Call } from '../_kit/serve'
import { find, type Stored } from '../_kit/store'
import { change, type Transaction, transact } from '../_kit/transaction'
import type { Answer } from './answer'
import { canResend, viewOf } from './messages'

/** Messages in one transaction, which may not live long. */
const TOGETHER = 25

export async function resend({ id }: NotificationsInput<'resend'>, call: Call): Answer<'resend'> {
  return transact(async (transaction) => {
    const message = await transaction.get('outbox', id)
    if (!message) {
      return refuse('message_unknown')
    }
    if (message.state !== 'failed') {
      return refuse('message_not_failed')
    }
    if (!canResend(message, call.now)) {
      return refuse('message_too_old')
    }
    const change = await again(transaction, message, call)
    await recordAction(transaction, call, 'notifications.resend', id, { event: message.event })
    return ok({ message: viewOf({ ...message, ...change }, call.now) })
  })
}

export async function resendAll({ event }: NotificationsInput<'resendAll'>, call: Call): Answer<'resendAll'> {
  const isOver = stopwatch()
  let total = 0
  let after: string | null = null
  for (;;) {
    const page: Stored<'outbox'>[] = await failedBefore(event, after)
    const ids = page.filter((message) => canResend(message, call.now)).map(({ _id }) => _id)
    if (ids.length > 0) {
      total += await change((transaction) => resendSome(transaction, ids, event, call))
    }
    const end = page.at(-1)
    if (!end || page.length < TOGETHER) {
      return ok({ resent: total, left: false })
    }
    after = end.position
    if (isOver()) {
      return ok({ resent: total, left: true })
    }
  }
}

function failedBefore(event: MessageEvent, after: string | null): Promise<Stored<'outbox'>[]> {
  const where = { state: 'failed', event, ...(after !== null && { position: below(after) }) } as const
  return find('outbox', where, { order: 'position', direction: 'desc', limit: TOGETHER })
}

async function resendSome(transaction: Transaction, ids: readonly string[], event: MessageEvent, call: Call) {
  let count = 0
  for (const id of ids) {
    const message = await transaction.get('outbox', id)
    if (message && canResend(message, call.now)) {
      await again(transaction, message, call)
      count += 1
    }
  }
  await recordAction(transaction, call, 'notifications.resendAll', event, { count })
  return count
}

async function again(transaction: Transaction, message: Stored<'outbox'>, { now }: Call) {
  const delivery = resent(message, now)
  await transaction.update('outbox', message._id, delivery)
  return delivery
}
