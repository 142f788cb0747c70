/** The entry that opens the card, as this university names it. */
import { university } from '../university'
import type { CardEntry } from './menu'

/** The page below miniprogram/ that a tap opens. */
const CARD_PAGE = 'pages/card/card'

/** @param appid of the mini program */
export function cardEntry(appid: string): CardEntry {
  const { service, entry, url } = university.officialAccount.menu
  return { service, name: entry, url, appid, page: CARD_PAGE }
}
