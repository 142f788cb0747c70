/** The control API's side of the official account: what a person does in WeChat, and what the account's owner does. */
import type { Json } from '../control/fields'
import { stringField } from '../control/fields'
import { invalidParameter } from '../errors'
import type { MenuButton, OfficialAccount } from './official-account'

type Operation = (body: Json, query: URLSearchParams) => unknown

/** Operations under `official`; without an official account each of them is refused. */
export const officialOperations = (account: OfficialAccount | null): Record<string, Operation> => {
  const present = (): OfficialAccount => {
    if (!account) throw invalidParameter('this emulator was started without an official account')
    return account
  }
  return {
    'GET official': (_body, query) => {
      const { menu, joined } = present()
      return { follows: present().follows(query.get('openid') ?? ''), menu, joined }
    },
    'POST official/follow': async (body) => ({ delivered: await present().follow(stringField(body, 'openid')) }),
    'POST official/unfollow': async (body) => ({ delivered: await present().unfollow(stringField(body, 'openid')) }),
    'POST official/tap': async (body) => {
      const tapped = await present().tap(stringField(body, 'openid'), stringField(body, 'entry'))
      if (!tapped) throw invalidParameter('this person does not follow, or no such entry opens a mini program')
      return tapped
    },
    'POST official/menu': (body) => {
      if (!Array.isArray(body.button)) throw invalidParameter('button must be an array')
      present().menu = body.button as MenuButton[]
      return { ok: true }
    },
    'POST official/join': (body) => {
      present().joined = body.joined !== false
      return { ok: true }
    },
  }
}
