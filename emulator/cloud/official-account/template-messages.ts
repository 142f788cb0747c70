/**
 * Template messages to followers, as WeChat takes them: the same types of values as subscribe messages have, only to people who
 * follow, and one of the same client_msg_id to the same person within ten minutes. Templates are not chosen beforehand: any name
 * will do, as with WeChat's test accounts.
 */
import type { Clock } from '../clock/clock'
import type { MessageLog } from '../messages/message-log'
import { refusedKey } from '../openapi/template-data'
import type { OfficialAccount } from './official-account'

const ONCE_MS = 10 * 60_000

type Values = Record<string, { value: string }>
type Options = {
  account: OfficialAccount
  messages: MessageLog
  clock: Clock
  miniProgram: string
  pages: readonly string[]
}

export class TemplateMessages {
  private readonly sent = new Map<string, number>()

  constructor(private readonly options: Options) {}

  /** @returns WeChat's errcode */
  send(body: Record<string, unknown>): number {
    const { account, messages, clock } = this.options
    const { touser, template_id: template, client_msg_id: name, miniprogram } = body
    const follower = account.followers.find(String(touser ?? ''))
    if (!follower) return 43004
    if (typeof template !== 'string' || template === '') return 40037
    if (miniprogram !== undefined && !this.isKnown(miniprogram)) return 40165
    const values = (body.data ?? {}) as Values
    if (refusedKey(values)) return 47003
    if (typeof name === 'string' && this.isRepeated(`${touser} ${name}`)) return 0
    const text = Object.entries(values).map(([key, { value }]) => `${key}: ${value}`)
    const params = { data: values, miniprogram }
    messages.record({
      at: clock.now(),
      channel: 'official',
      to: follower.openid,
      template,
      params,
      text: text.join('\n'),
    })
    return 0
  }

  private isKnown(target: unknown): boolean {
    const { appid, pagepath } = target as { appid?: unknown; pagepath?: unknown }
    return appid === this.options.miniProgram && this.options.pages.includes(String(pagepath))
  }

  private isRepeated(name: string): boolean {
    const now = this.options.clock.now()
    const before = this.sent.get(name)
    this.sent.set(name, now)
    return before !== undefined && now - before < ONCE_MS
  }
}
