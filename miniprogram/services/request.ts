/**
 * The one road to the cloud functions. A reply is always a Result: what the function said, or `offline` / `no_answer` when
 * nothing came back in time. Nothing here throws, so no page needs a try. Every answer that carries the server's time corrects
 * the phone's (clock.ts). A request that was given up may have arrived all the same: every action can be asked again.
 */
import { type RefusalCode, type Result, refuse } from '../lib/domain'
import { learn } from './clock'
import { followed } from './line'

/** How long somebody waits for a page or a button. WeChat itself would wait for a minute. */
export const PATIENCE_MS = 15_000
/** A little longer than the platform lets a function run: for what goes through many records or carries many scans. */
export const LONG_PATIENCE_MS = 65_000

/** A function, or one action of it. The gate's page never waits for the office: it has a patience of its own. */
const LONG: readonly string[] = [
  'archive',
  'gate',
  'review.close',
  'review.approveExact',
  'review.undoExact',
  'office.verifyAudit',
  'office.runExport',
  'office.writeSettings',
  'privacy.takeCopy',
]

/** A reply of the given type, or a refusal that i18n has words for. */
export type Reply<T> = Result<T, RefusalCode>

/**
 * Calls an action of a cloud function.
 * @param name the function, e.g. "registration"
 * @param data the action's own fields; unknown ones are refused by the function
 */
export async function request<T>(name: string, action: string, data: object = {}): Promise<Reply<T>> {
  const sentAt = Date.now()
  const result = await inTime(name, action, call(name, { ...data, action }))
  if (result === undefined) {
    return refuse((await isOffline()) ? 'offline' : 'no_answer')
  }
  if (!isReply<T>(result)) {
    return refuse('no_answer')
  }
  learnFrom(result, sentAt)
  return result
}

/** The answer, or undefined when it takes too long; until then the line counts as slow. */
async function inTime(name: string, action: string, answer: Promise<unknown>): Promise<unknown> {
  let timer = 0
  const isLong = LONG.includes(name) || LONG.includes(`${name}.${action}`)
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), isLong ? LONG_PATIENCE_MS : PATIENCE_MS)
  })
  const first = Promise.race([answer, over])
  try {
    return await (name === 'gate' ? first : followed(first))
  } finally {
    clearTimeout(timer)
  }
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
