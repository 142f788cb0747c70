/**
 * WeChat's refusals of a menu, and of the account that publishes it, by its numbers. Source: WeChat's documentation of custom
 * menus and its list of global return codes.
 */

export const menuErrorRefusals = [
  'menu_shape_refused', // 40016: how many buttons there are
  'menu_name_refused', // 40018: a name is too long
  'menu_type_refused', // 40119: a kind of button that the account may not use
  'menu_page_refused', // 40165: the page is not in the published mini program
  'official_ip_refused', // 40164: the server's address is not on the account's list
  'official_credentials_refused', // 40013, 40125: AppID or AppSecret
  'official_not_authorised', // 48001: the account is not verified, or lacks the permission
  'official_failed', // details.number: any other number
  'official_unreachable', // no answer in time
] as const

export type MenuErrorRefusal = (typeof menuErrorRefusals)[number]

const BY_NUMBER: Readonly<Record<number, MenuErrorRefusal>> = {
  40016: 'menu_shape_refused',
  40023: 'menu_shape_refused',
  40018: 'menu_name_refused',
  40025: 'menu_name_refused',
  40119: 'menu_type_refused',
  40017: 'menu_type_refused',
  40024: 'menu_type_refused',
  40165: 'menu_page_refused',
  40164: 'official_ip_refused',
  40013: 'official_credentials_refused',
  40125: 'official_credentials_refused',
  48001: 'official_not_authorised',
}

/** What WeChat's number means. */
export function refusalOfNumber(number: number): MenuErrorRefusal {
  return BY_NUMBER[number] ?? 'official_failed'
}

/** Numbers that say that the access token is not valid (any more): a new one may be. */
export function isTokenRefused(number: number): boolean {
  return number === 40001 || number === 40014 || number === 42001
}
