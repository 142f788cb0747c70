/**
 * WeChat's question whether it may send notices. It may be asked in the course of a tap only, before anything is waited for;
 * every answer will do, since text messages do not depend on it. Who declined is left in peace for a month, unless they tap
 * something that asks for a notice.
 */
import { type Instant, type SubscribeTemplate, templatesInUse } from '../lib/domain'
import { now } from './clock'
import { notifications } from './notifications'

const KEY = 'noticesDeclined'
const PEACE_MS = 30 * 24 * 3_600_000

type Declined = Partial<Record<SubscribeTemplate, Instant>>

/**
 * Asks for notices.
 * @param templates at most three
 * @returns those that were allowed; none when WeChat cannot ask or is not allowed to
 */
export async function askForNotices(templates: readonly SubscribeTemplate[]): Promise<SubscribeTemplate[]> {
  const known = templatesInUse(templates)
  if (known.length === 0 || typeof wx.requestSubscribeMessage !== 'function') {
    return []
  }
  const answers = await answersOf(known.map(({ id }) => id))
  const allowed = known.filter(({ id }) => answers[id] === 'accept').map(({ template }) => template)
  remember(
    known.map(({ template }) => template),
    allowed,
  )
  return allowed
}

/** Whether WeChat can ask for this notice at all: the account has its template, and the phone's WeChat knows how. */
export function canAskFor(template: SubscribeTemplate): boolean {
  return templatesInUse([template]).length > 0 && typeof wx.requestSubscribeMessage === 'function'
}

/** Asks in passing: leaves out what was declined within a month. */
export async function offerNotices(templates: readonly SubscribeTemplate[]): Promise<SubscribeTemplate[]> {
  const declined = readDeclined()
  return askForNotices(templates.filter((template) => now() - (declined[template] ?? 0) > PEACE_MS))
}

/** Tells the server what was allowed. Lost on a bad line it costs a notice, never the text message. */
export async function keepNotices(templates: SubscribeTemplate[]): Promise<void> {
  if (templates.length > 0) {
    await notifications('agree', { templates })
  }
}

async function answersOf(tmplIds: string[]): Promise<Record<string, string>> {
  try {
    return await wx.requestSubscribeMessage({ tmplIds })
  } catch {
    return {} // switched off altogether, an id that the account lacks, or not in the course of a tap
  }
}

function remember(asked: readonly SubscribeTemplate[], allowed: readonly SubscribeTemplate[]): void {
  const declined = readDeclined()
  for (const template of asked) {
    if (allowed.includes(template)) {
      delete declined[template]
    } else {
      declined[template] = now()
    }
  }
  wx.setStorageSync(KEY, declined)
}

function readDeclined(): Declined {
  const stored: unknown = wx.getStorageSync(KEY)
  return typeof stored === 'object' && stored !== null ? stored : {}
}
