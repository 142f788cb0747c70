/**
 * The one road to the cloud functions. A reply is always a Result: what the function said, or `offline` / `no_answer` when
 * nothing came back. Nothing here throws, so no page needs a try.
 */
import { type RefusalCode, type Result, refuse } from '../lib/domain'

/** A reply of the given type, or a refusal that i18n has words for. */
export type Reply<T> = Result<T, RefusalCode>

/**
 * Calls an action of a cloud function.
 * @param name the function, e.g. "registration"
 * @param data the action's own fields; unknown ones are refused by the function
 */
export async function request<T>(name: string, action: string, data: object = {}): Promise<Reply<T>> {
  try {
    const { result } = await wx.cloud.callFunction({ name, data: { ...data, action } })
    return isReply<T>(result) ? result : refuse('no_answer')
  } catch {
    return refuse((await isOffline()) ? 'offline' : 'no_answer')
  }
}

function isReply<T>(result: unknown): result is Reply<T> {
  return typeof result === 'object' && result !== null && 'ok' in result
}

async function isOffline(): Promise<boolean> {
  const { networkType } = await wx.getNetworkType()
  return networkType === 'none'
}
