/**
 * The official account's menu: Service → "My Alumni Card", put into the menu that exists. `create` replaces a whole menu, so
 * everything else is carried over as it is, field by field, and what cannot be carried over stops the publication.
 * Source: notice III.4(2); WeChat's documentation of custom menus (1 to 3 buttons, 1 to 5 below each, names up to 16 and 60
 * bytes).
 */
import * as v from 'valibot'
import { utf8Encode } from '../pass/utf8'
import { ok, type Result, refuse } from '../result'
import type { MenuChange, MenuLine } from './api'

/** A button as WeChat's `create` takes it. Fields that are not named here are carried over untouched. */
export type MenuButton = { name: string; type?: string | undefined; sub_button?: MenuButton[] } & Record<
  string,
  unknown
>

/** What is published. `page`: without a leading slash; `url`: for WeChat versions that know no mini programs. */
export type CardEntry = { service: string; name: string; appid: string; page: string; url: string }

export type MenuRefusal = 'menu_full' | 'menu_service_taken' | 'menu_entry_fixed' | 'menu_name_refused'

export const menuLimits = { tops: 3, below: 5, topBytes: 16, belowBytes: 60 } as const

/**
 * Kinds that the account's website makes and `create` does not take, or not with the same content: a fixed text, pictures,
 * articles. Publishing without them would take something away.
 */
const MADE_BY_WEBSITE = ['text', 'img', 'photo', 'voice', 'video', 'news']

const leaf = v.looseObject({ name: v.string(), type: v.optional(v.string()) })
const top = v.looseObject({
  name: v.string(),
  type: v.optional(v.string()),
  // `get_current_selfmenu_info` puts a list around them, `menu/get` does not.
  sub_button: v.optional(v.union([v.array(leaf), v.looseObject({ list: v.array(leaf) })])),
})
const selfMenu = v.looseObject({ selfmenu_info: v.optional(v.looseObject({ button: v.optional(v.array(top), []) })) })

/** The buttons in WeChat's answer about the current menu; null when it is not one. */
export function readMenu(answer: unknown): MenuButton[] | null {
  const parsed = v.safeParse(selfMenu, answer)
  if (!parsed.success) {
    return null
  }
  return (parsed.output.selfmenu_info?.button ?? []).map(({ sub_button: below, ...button }) => {
    const list = Array.isArray(below) ? below : (below?.list ?? [])
    return list.length > 0 ? { ...button, sub_button: list } : button
  })
}

/** The menu with the card's entry in it. Everything else is the same, in the same order. */
export function mergeMenu(current: readonly MenuButton[], entry: CardEntry): Result<MenuButton[], MenuRefusal> {
  if (bytes(entry.service) > menuLimits.topBytes || bytes(entry.name) > menuLimits.belowBytes) {
    return refuse('menu_name_refused')
  }
  const isEntry = entryMatcher(current, entry)
  const fixed = current.flatMap((button) => [button, ...(button.sub_button ?? [])]).filter(isMadeByWebsite)
  const lost = fixed.filter((button) => !isEntry(button))
  if (lost.length > 0) {
    return refuse('menu_entry_fixed', { names: lost.map(({ name }) => name).join('、') })
  }
  if (current.some((button) => isEntry(button) || button.sub_button?.some(isEntry))) {
    return ok(current.map((button) => replaced(button, isEntry, entry)))
  }
  return added(current, entry)
}

/** Before and after, line by line. */
export function compareMenus(current: readonly MenuButton[], next: readonly MenuButton[]): MenuLine[] {
  return next.map((button, index) => lineOf(button, current[index]))
}

/** True when publishing would change something. */
export function hasChanges(lines: readonly MenuLine[]): boolean {
  return lines.some(({ change, below }) => change !== 'kept' || hasChanges(below))
}

/** The one button that is ours: the first that opens the card, else the one of that name below Service. */
function entryMatcher(current: readonly MenuButton[], entry: CardEntry): (button: MenuButton) => boolean {
  const all = current.flatMap((button) => [button, ...(button.sub_button ?? [])])
  const ownService = current.find(({ name }) => name.trim() === entry.service)
  const named = ownService?.sub_button?.find(({ name }) => name.trim() === entry.name)
  const ours = all.find((button) => opensCard(button, entry)) ?? named
  return (button) => button === ours
}

function opensCard({ type, appid, pagepath }: MenuButton, entry: CardEntry): boolean {
  const [page = ''] = String(pagepath ?? '').split('?')
  return (
    type === 'miniprogram' && appid === entry.appid && page.replace(/^\//, '').replace(/\.html$/, '') === entry.page
  )
}

function isMadeByWebsite({ type }: MenuButton): boolean {
  return type !== undefined && MADE_BY_WEBSITE.includes(type)
}

function replaced(button: MenuButton, isEntry: (button: MenuButton) => boolean, entry: CardEntry): MenuButton {
  if (isEntry(button)) {
    return buttonOf(entry)
  }
  const { sub_button: below } = button
  return below?.some(isEntry)
    ? { ...button, sub_button: below.map((one) => (isEntry(one) ? buttonOf(entry) : one)) }
    : button
}

function added(current: readonly MenuButton[], entry: CardEntry): Result<MenuButton[], MenuRefusal> {
  const service = current.find(({ name }) => name.trim() === entry.service)
  if (!service) {
    const whole = [...current, { name: entry.service, sub_button: [buttonOf(entry)] }]
    return whole.length > menuLimits.tops ? refuse('menu_full') : ok(whole)
  }
  const { sub_button: below } = service
  if (!below) {
    return refuse('menu_service_taken')
  }
  if (below.length >= menuLimits.below) {
    return refuse('menu_full')
  }
  return ok(current.map((one) => (one === service ? { ...one, sub_button: [...below, buttonOf(entry)] } : one)))
}

function buttonOf({ name, appid, page, url }: CardEntry): MenuButton {
  return { type: 'miniprogram', name, appid, pagepath: page, url }
}

function lineOf(button: MenuButton, before: MenuButton | undefined): MenuLine {
  const { name, type = '', sub_button: below = [] } = button
  const lines = below.map((one, index) => lineOf(one, before?.sub_button?.[index]))
  const change = changeOf(button, before)
  return { name, type, change, was: change === 'replaced' ? (before?.type ?? '') : '', below: lines }
}

function changeOf(button: MenuButton, before: MenuButton | undefined): MenuChange {
  if (!before) {
    return 'added'
  }
  return ownText(button) === ownText(before) ? 'kept' : 'replaced'
}

// Compared without what is below, whatever the order of the fields.
function ownText({ sub_button: _, ...own }: MenuButton): string {
  return JSON.stringify(Object.entries(own).sort(([one], [other]) => (one < other ? -1 : 1)))
}

function bytes(text: string): number {
  return utf8Encode(text).length
}
