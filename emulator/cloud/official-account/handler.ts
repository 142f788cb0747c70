/**
 * `/official/…`: WeChat's server as an official account's developer asks it: tokens, followers, the menu, template
 * messages. Answers are WeChat's own JSON with errcode; failures on demand by the fault target `official`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../clock/clock'
import { APPID } from '../control/controls'
import type { Faults } from '../control/faults'
import { readJson } from '../http/body'
import { sendJson } from '../http/reply'
import type { MessageLog } from '../messages/message-log'
import { menuErrcode } from './menu-rules'
import type { MenuButton, OfficialAccount } from './official-account'
import { TemplateMessages } from './template-messages'

export const OFFICIAL = '/official/'
const BODY_LIMIT = 256 * 1024

const REASONS: Record<number, string> = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40013: 'invalid appid',
  40125: 'invalid appsecret',
  42001: 'access_token expired',
  40003: 'invalid openid',
  40037: 'invalid template_id',
  43004: 'require subscribe',
  47003: 'argument invalid',
  40016: 'invalid button size',
  40018: 'invalid button name size',
  40020: 'invalid button url size',
  40023: 'invalid sub button size',
  40025: 'invalid sub button name size',
  40066: 'invalid url',
  40119: 'invalid use button type',
  40165: 'invalid weapp pagepath',
}
const wrong = (errcode: number) => ({ errcode, errmsg: REASONS[errcode] ?? 'refused on demand' })
const ok = { errcode: 0, errmsg: 'ok' }

type Body = Record<string, unknown>
type Answer = (body: Body, query: URLSearchParams) => object

const operationsOf = ({ account, pages, messages, clock }: OfficialOptions): Record<string, Answer> => {
  const templates = new TemplateMessages({ account, pages, messages, clock, miniProgram: APPID })
  return {
    'GET cgi-bin/user/info': (_body, query) => {
      const follower = query.get('openid') ?? ''
      const found = account.followers.find(follower)
      if (!found) return { subscribe: 0, openid: follower }
      const unionid = account.unionidOf(found.openid)
      const since = Math.floor(found.since / 1000)
      return { subscribe: 1, openid: follower, language: 'zh_CN', subscribe_time: since, ...(unionid && { unionid }) }
    },
    'GET cgi-bin/get_current_selfmenu_info': () => ({
      is_menu_open: account.menu.length > 0 ? 1 : 0,
      selfmenu_info: {
        button: account.menu.map(({ sub_button: below, ...button }) => {
          return below ? { ...button, sub_button: { list: below } } : button
        }),
      },
    }),
    'POST cgi-bin/menu/create': (body) => {
      const errcode = menuErrcode(body.button, { [APPID]: pages })
      if (errcode !== 0) return wrong(errcode)
      account.menu = body.button as MenuButton[]
      return ok
    },
    'POST cgi-bin/message/template/send': (body) => {
      const errcode = templates.send(body)
      return errcode === 0 ? { ...ok, msgid: clock.now() } : wrong(errcode)
    },
  }
}

const tokenFor = (account: OfficialAccount, body: Body): object => {
  if (body.appid !== account.settings.appid) return wrong(40013)
  return body.secret === account.settings.secret ? account.tokens.give(body.force_refresh === true) : wrong(40125)
}

export type OfficialOptions = {
  account: OfficialAccount
  pages: readonly string[]
  messages: MessageLog
  clock: Clock
  faults: Faults
  holdMs: number
}

export const officialHandler = (options: OfficialOptions) => {
  const { account, faults, holdMs } = options
  const operations = operationsOf(options)
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const path = url.pathname.slice(OFFICIAL.length)
    const body = await readJson(request, BODY_LIMIT)
    const fault = faults.take('official')
    if (fault?.kind === 'timeout') {
      setTimeout(() => response.destroy(), holdMs).unref()
      return
    }
    if (fault?.kind === 'error') return sendJson(response, 200, wrong(Number(fault.code ?? -1)))
    const answer = answerOf(`${request.method} ${path}`, body, url.searchParams)
    if (fault?.kind === 'drop' || fault?.kind === 'hold') response.destroy()
    else sendJson(response, 200, answer)
  }

  function answerOf(name: string, body: Body, query: URLSearchParams): object {
    if (name === 'POST cgi-bin/stable_token') return tokenFor(account, body)
    const operation = operations[name]
    if (!operation) return wrong(40066)
    const errcode = account.tokens.errcode(query.get('access_token') ?? '')
    return errcode === 0 ? operation(body, query) : wrong(errcode)
  }
}
