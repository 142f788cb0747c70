/**
 * The WeChat server APIs that functions call through wx-server-sdk's `openapi`: answered here, recorded where they
 * send something. Anything else gets WeChat's "invalid url" error. Replies are WeChat's own snake_case JSON.
 */
import type { Clock } from '../clock/clock'
import type { Faults } from '../control/faults'
import type { Fields } from '../engine/document'
import type { MessageLog } from '../messages/message-log'
import type { ActionContext } from '../wire/action'
import type { OpenapiCall } from '../wire/admin'
import { decodeOpenapiArguments, encodeOpenapiReply } from '../wire/protobuf'
import { splitNumber } from './country-code'
import type { Phones } from './phones'
import type { Subscriptions } from './subscriptions'
import { refusedKey } from './template-data'

type Reply = Record<string, unknown>
type Api = (data: Fields) => Reply

export type OpenapiOptions = {
  clock: Clock
  phones: Phones
  subscriptions: Subscriptions
  messages: MessageLog
  faults: Faults
  /** How long an unanswered call is held open (ms). */
  holdMs: number
}

const ok = { errcode: 0, errmsg: 'ok' }
const wrong = (errcode: number, errmsg: string): Reply => ({ errcode, errmsg })

const getPhoneNumber =
  ({ phones, clock }: OpenapiOptions): Api =>
  (data) => {
    const number = phones.redeem(String(data.code ?? ''))
    if (number === null) return wrong(40029, 'invalid code')
    const { country, national } = splitNumber(number)
    const watermark = { timestamp: Math.floor(clock.now() / 1000), appid: 'local' }
    const whole = country === '86' ? national : number
    return { ...ok, phone_info: { phone_number: whole, pure_phone_number: national, country_code: country, watermark } }
  }

const sendSubscribeMessage =
  ({ subscriptions, messages, clock }: OpenapiOptions): Api =>
  (data) => {
    const { touser, template_id: template, page } = data
    const values = (data.data ?? {}) as Record<string, { value: string }>
    if (typeof touser !== 'string' || touser === '') return wrong(40003, 'invalid openid')
    if (typeof template !== 'string' || template === '') return wrong(40037, 'invalid template_id')
    if (page !== undefined && (typeof page !== 'string' || /^https?:|^\//.test(page)))
      return wrong(41030, 'invalid page')
    const key = refusedKey(values)
    if (key) return wrong(47003, `argument invalid! data.${key}.value invalid`)
    if (!subscriptions.use(touser, template)) return wrong(43101, 'user refuse to accept the msg')
    const text = Object.entries(values)
      .map(([name, entry]) => `${name}: ${entry.value}`)
      .join('\n')
    const params = { data: values, page, lang: data.lang, miniprogram_state: data.miniprogram_state }
    messages.record({ at: clock.now(), channel: 'subscribe', to: touser, template, params, text })
    return { ...ok, msgid: clock.now() }
  }

/** The handler that /admin calls for wx.openApi; null as reply means: break the connection. */
export const openapi = (options: OpenapiOptions): OpenapiCall => {
  const apis: Record<string, Api> = {
    'phonenumber.getPhoneNumber': getPhoneNumber(options),
    'subscribeMessage.send': sendSubscribeMessage(options),
  }
  return async (apiName: string, request: Buffer, _context: ActionContext): Promise<Buffer | null> => {
    const fault = options.faults.take('openapi')
    if (fault?.kind === 'timeout') await hold(options.holdMs)
    if (fault?.kind === 'timeout') return null
    if (fault?.kind === 'error') return asJson(wrong(Number(fault.code ?? -1), 'system error'))
    const api = apis[apiName]
    const reply = api ? api(decodeOpenapiArguments(request)) : wrong(40066, `invalid url: ${apiName}`)
    if (fault?.kind === 'hold') await hold(options.holdMs)
    return fault?.kind === 'drop' || fault?.kind === 'hold' ? null : asJson(reply)
  }
}

const asJson = (reply: Reply): Buffer =>
  encodeOpenapiReply('application/json; encoding=utf-8', Buffer.from(JSON.stringify(reply)))

const hold = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
