/**
 * What staff see of messages that did not arrive, or may have come twice: never a text, a full number or an account.
 */
import type {
  MessageCounts,
  MessageView,
  NotificationsInput,
  NotificationsReplies,
} from '../../domain/notifications/api'
import { failureKind } from '../../domain/notifications/failures'
import { messageEvents } from '../../domain/notifications/templates'
import { ok } from '../../domain/result'
import { DAY, type Instant } from '../../domain/time/shanghai'
import { atLeast, below, oneOf } from '../_kit/conditions'
import { positionAt } from '../_kit/outbox'
import type { Call } from '../_kit/serve'
import { count, find, type Stored } from '../_kit/store'
import type { Answer } from './answer'

const PAGE = 30
const RECENT = 7 * DAY

export async function messages({ list, after }: NotificationsInput<'messages'>, { now }: Call): Answer<'messages'> {
  const chosen = list === 'failed' ? ({ state: 'failed' } as const) : { uncertain: true }
  const where = { ...chosen, ...(after !== null && { position: below(after) }) }
  const [page, counts, kinds] = await Promise.all([
    find('outbox', where, { order: 'position', direction: 'desc', limit: PAGE }),
    countAll(now),
    failedKinds(),
  ])
  const next = page.length === PAGE ? page.at(-1)?.position : undefined
  return ok({ now, messages: page.map((message) => viewOf(message, now)), after: next ?? null, counts, kinds })
}

async function countAll(now: Instant): Promise<MessageCounts> {
  const [underway, sent, failed, uncertain] = await Promise.all([
    count('outbox', { state: oneOf(['pending', 'sending']) }),
    count('outbox', { state: 'sent', position: atLeast(positionAt(now - RECENT)) }),
    count('outbox', { state: 'failed' }),
    count('outbox', { uncertain: true }),
  ])
  return { underway, sent, failed, uncertain }
}

async function failedKinds(): Promise<NotificationsReplies['messages']['kinds']> {
  const all = messageEvents.map(async (event) => ({ event, count: await count('outbox', { state: 'failed', event }) }))
  return (await Promise.all(all)).filter((kind) => kind.count > 0)
}

/** One message as staff see it. */
export function viewOf(message: Stored<'outbox'>, now: Instant): MessageView {
  const { _id: id, event, channel, phoneMasked, state, uncertain, attempts, createdAt, refusal } = message
  return {
    id,
    event,
    channel,
    phoneMasked,
    state,
    uncertain,
    attempts,
    writtenAt: createdAt,
    failure: refusal === null ? null : { kind: failureKind(refusal), code: refusal },
    canResend: canResend(message, now),
  }
}

/** True while a failed message has its text and somebody needs it. */
export function canResend(
  { state, letter, goodUntil }: Pick<Stored<'outbox'>, 'state' | 'letter' | 'goodUntil'>,
  now: Instant,
): boolean {
  return state === 'failed' && letter !== null && (goodUntil === null || goodUntil > now)
}
