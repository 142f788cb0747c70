/** What WeChat checks of a menu before it takes it, and the numbers that it refuses with. Source: its documentation. */

type Button = Record<string, unknown> & { name?: unknown; type?: unknown; sub_button?: unknown }

const TYPES = [
  'click',
  'view',
  'scancode_push',
  'scancode_waitmsg',
  'pic_sysphoto',
  'pic_photo_or_album',
  'pic_weixin',
  'location_select',
  'media_id',
  'article_id',
  'article_view_limited',
  'miniprogram',
]
const MOST_TOPS = 3
const MOST_BELOW = 5
const TOP_BYTES = 16
const BELOW_BYTES = 60

const bytes = (text: string) => Buffer.byteLength(text)

/** The errcode; 0 when the menu is good. @param pages of the mini program that is published, by its appid */
export const menuErrcode = (buttons: unknown, pages: Readonly<Record<string, readonly string[]>>): number => {
  if (!Array.isArray(buttons) || buttons.length < 1 || buttons.length > MOST_TOPS) return 40016
  return firstOf(buttons, (button: Button) => topErrcode(button, pages))
}

const topErrcode = (button: Button, pages: Readonly<Record<string, readonly string[]>>): number => {
  const { name, sub_button: below } = button
  if (typeof name !== 'string' || name === '' || bytes(name) > TOP_BYTES) return 40018
  if (below === undefined) return leafErrcode(button, pages)
  if (!Array.isArray(below) || below.length < 1 || below.length > MOST_BELOW) return 40023
  return firstOf(below, (one: Button) => {
    const tooLong = typeof one.name !== 'string' || one.name === '' || bytes(one.name) > BELOW_BYTES
    return tooLong ? 40025 : leafErrcode(one, pages)
  })
}

const leafErrcode = (button: Button, pages: Readonly<Record<string, readonly string[]>>): number => {
  const { type, appid, pagepath, url } = button
  if (typeof type !== 'string' || !TYPES.includes(type)) return 40119
  if (type === 'view') return typeof url === 'string' && url !== '' ? 0 : 40020
  if (type !== 'miniprogram') return 0
  const [page = ''] = String(pagepath ?? '').split('?')
  if (typeof url !== 'string' || url === '') return 40020
  return pages[String(appid)]?.includes(page) ? 0 : 40165
}

const firstOf = (buttons: readonly Button[], errcode: (button: Button) => number): number =>
  buttons.map(errcode).find((number) => number !== 0) ?? 0
