/**
 * Where this person stands with their registration, as far as the home page needs it. Kept on the phone so that the page
 * says something useful with no network; never more than this, because the application itself holds personal data.
 */
import type { Day, Instant, RegistrationReplies, RegistrationState, Stage } from '../lib/domain'
import { registration } from './registration'
import type { Reply } from './request'

export type Standing = {
  /** Null while the office has not opened the service. */
  state: RegistrationState | null
  application: {
    stage: Stage
    round: Day
    cutOff: Instant
    cardNumber: string | null
    activatableFrom: Day | null
  } | null
  cardNumber: string | null
}

const KEY = 'standing'

/** What was known last, or null. */
export function readStanding(): Standing | null {
  const stored: unknown = wx.getStorageSync(KEY)
  return isStanding(stored) ? stored : null
}

/** Asks the server and keeps the answer. */
export async function refreshStanding(): Promise<Reply<Standing>> {
  const reply = await registration('status', {})
  if (!reply.ok) {
    return reply
  }
  const standing = standingOf(reply.value)
  wx.setStorageSync(KEY, standing)
  return { ok: true, value: standing }
}

/** The part of a status that is kept. */
export function standingOf({ state, application, cardNumber }: RegistrationReplies['status']): Standing {
  if (!application) {
    return { state, application: null, cardNumber }
  }
  const { stage, round, cutOff, result } = application
  return {
    state,
    application: {
      stage,
      round,
      cutOff,
      cardNumber: result?.cardNumber ?? null,
      activatableFrom: result?.activatableFrom ?? null,
    },
    cardNumber,
  }
}

function isStanding(value: unknown): value is Standing {
  return typeof value === 'object' && value !== null && 'state' in value && 'application' in value
}
