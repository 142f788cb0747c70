/**
 * The one road to the cloud functions. A reply is always a Result: what the function said, or `offline` / `no_answer` when
 * nothing came back. Nothing here throws, so no page needs a try. Every answer that carries the server's time corrects the
 * phone's (clock.ts).
 */
import { type RefusalCode, type Result, refuse } from '../lib/domain'
import { learn } from './clock'

/** A reply of the given type, or a refusal that i18n has words for. */
export type Reply<T> = Result<T, RefusalCode>

/**
 * Calls an action of a cloud function.
 * @param name the function, e.g. "registration"
 * @param data the action's own fields; unknown ones are refused by the function
 */
export async function request<T>(name: string, action: string, data: object = {}): Promise<Reply<T>> {
  const sentAt = Date.now()
  const result = await call(name, { ...data, action })
  if (result === undefined) {
    return refuse((await isOffline()) ? 'offline' : 'no_answer')
  }
  if (!isReply<T>(result)) {
    return refuse('no_answer')
  }
  learnFrom(result, sentAt)
  return result
}

/** What the function answered; undefined when nothing came back. */
async function call(name: string, data: object): Promise<unknown> {
  try {
    const { result } = await wx.cloud.callFunction({ name, data })
    return result ?? null
  } catch {
    return undefined
  }
}

function isReply<T>(result: unknown): result is Reply<T> {
  return typeof result === 'object' && result !== null && 'ok' in result
}

function learnFrom<T>(reply: Reply<T>, sentAt: number): void {
  const value: unknown = reply.ok ? reply.value : null
  if (typeof value === 'object' && value !== null && 'now' in value && typeof value.now === 'number') {
    learn(sentAt, Date.now(), value.now)
  }
}

async function isOffline(): Promise<boolean> {
  const { networkType } = await wx.getNetworkType()
  return networkType === 'none'
}
