/**
 * What the binding function is asked and answers: the holder's own link with the university's official account, and the menu
 * of that account for administrators. What WeChat's server sends: event.ts.
 */
import * as v from 'valibot'
import type { Instant } from '../time/shanghai'
import { menuErrorRefusals } from './menu-errors'

export const bindingRefusals = [
  'official_off', // no official account is set up
  'official_no_unionid', // WeChat gives this account no UnionID: the two accounts are not under one Open Platform account
  'official_not_following', // binding again needs a follower
  'menu_full', // no room for the entry without removing another one
  'menu_service_taken', // "Service" is itself a button and cannot hold entries
  'menu_entry_fixed', // details.names: entries that only the account's own website can make
  'menu_changed', // the menu is not the one that was looked at
  ...menuErrorRefusals,
] as const

/** SHA-256 of the menu that was looked at. */
const version = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

export const bindingRequests = {
  /** Whether my card is bound; asking it also makes this account's side of the link known. */
  status: v.strictObject({}),
  bind: v.strictObject({}),
  unbind: v.strictObject({}),
  /** The menu as it is and as it would be: admins. Changes nothing. */
  menu: v.strictObject({}),
  publishMenu: v.strictObject({ version }),
} as const

export type BindingRequest<Action extends keyof typeof bindingRequests> = v.InferOutput<
  (typeof bindingRequests)[Action]
>

/**
 * `off`: there is no official account; `no_unionid`: the accounts cannot be recognised as one person's; `open`: not bound, and
 * `follows` says whether one tap binds.
 */
export type OfficialView =
  | { state: 'off' | 'no_unionid' }
  | { state: 'open'; follows: boolean }
  | { state: 'bound'; since: Instant }

/** What becomes of an entry when the menu is published. */
export type MenuChange = 'kept' | 'added' | 'replaced'

/** A line of the menu. `type`: WeChat's own word; '' for a top entry that opens others. `was`: the type that it replaces. */
export type MenuLine = { name: string; type: string; change: MenuChange; was: string; below: MenuLine[] }

export type MenuView = {
  lines: MenuLine[]
  /** False: it is published already. */
  changes: boolean
  version: string
}

export type BindingReplies = {
  status: { official: OfficialView }
  bind: { official: OfficialView }
  unbind: { official: OfficialView }
  menu: { menu: MenuView }
  publishMenu: { menu: MenuView }
}
