/**
 * The official account's menu, for administrators: what it is, what it would be, and publishing exactly what was looked at. The
 * entry in the audit log is written before WeChat is asked, so that no publication can be without one; a refusal adds another.
 */

import { createHash } from 'node:crypto'
import type { BindingReplies, BindingRequest, bindingRefusals } from '../../domain/binding/api'
import { cardEntry } from '../../domain/binding/card-entry'
import { compareMenus, hasChanges, type MenuButton, mergeMenu, readMenu } from '../../domain/binding/menu'
import type { AuditDetails } from '../../domain/office/audit-details'
import type { RequestRefusal } from '../../domain/refusals'
import { ok, type Result, refuse } from '../../domain/result'
import { recordAction } from '../_kit/audit'
import { account } from '../_kit/official-account/account'
import type { Call } from '../_kit/serve'
import { insert } from '../_kit/store'
import { tryToAsk } from './official'

type Refusal = (typeof bindingRefusals)[number] | RequestRefusal
type Answer<Action extends keyof BindingReplies> = Promise<Result<BindingReplies[Action], Refusal>>

const TIME_MS = 8_000

export async function menu(_: BindingRequest<'menu'>): Answer<'menu'> {
  const read = await readBoth(Date.now() + TIME_MS)
  return read.ok ? ok({ menu: viewOf(read.value) }) : read
}

export async function publishMenu({ version }: BindingRequest<'publishMenu'>, call: Call): Answer<'publishMenu'> {
  const deadline = Date.now() + TIME_MS
  const read = await readBoth(deadline)
  if (!read.ok) {
    return read
  }
  const { current, next } = read.value
  if (versionOf(current) !== version) {
    return refuse('menu_changed')
  }
  await record(call, 'binding.publishMenu', { before: version, after: versionOf(next) })
  const body = { button: next }
  const published = await tryToAsk({ method: 'POST', path: '/cgi-bin/menu/create', body }, deadline)
  if (!published.ok) {
    const { code, details } = published
    const number = details?.number === undefined ? {} : { number: String(details.number) }
    await record(call, 'binding.publishMenuRefused', { code, ...number })
    return published
  }
  return ok({ menu: viewOf({ current: next, next }) })
}

type Both = { current: MenuButton[]; next: MenuButton[] }

async function readBoth(deadline: number): Promise<Result<Both, Refusal>> {
  if (!account) {
    return refuse('official_off')
  }
  const answer = await tryToAsk({ method: 'GET', path: '/cgi-bin/get_current_selfmenu_info' }, deadline)
  if (!answer.ok) {
    return answer
  }
  const current = readMenu(answer.value)
  if (!current) {
    return refuse('official_unreachable')
  }
  const next = mergeMenu(current, cardEntry(account.miniProgram))
  return next.ok ? ok({ current, next: next.value }) : next
}

function viewOf({ current, next }: Both) {
  const lines = compareMenus(current, next)
  return { lines, changes: hasChanges(lines), version: versionOf(current) }
}

function versionOf(buttons: MenuButton[]): string {
  return createHash('sha256').update(JSON.stringify(buttons)).digest('hex')
}

function record(call: Call, action: string, details: AuditDetails) {
  return recordAction({ insert }, call, action, 'official-account', details)
}
