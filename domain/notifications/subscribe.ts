/**
 * What goes into WeChat's messages: subscribe messages of the mini program, template messages of the official account.
 * A template has places with a type in the key's name (thing1, date2 …), each with a limit; a value that breaks one is
 * refused (47003), so it is fitted here. Which template has which keys is the account's: domain/university. Source:
 * WeChat's documentation of both.
 */
import type { Language } from '../language'
import { dayOf, type Instant } from '../time/shanghai'
import { type Bilingual, university } from '../university'
import { type SubscribeTemplate, wayOf } from './channels'
import type { MessageEvent, MessageParameters } from './templates'

export type SubscribeData = Record<string, { value: string }>

export type Subscription = { templateId: string; data: SubscribeData }

type News = { event: MessageEvent; language: Language; parameters: MessageParameters; createdAt: Instant }

// Places in words; which of the account's keys each of them has stands in domain/university.
type Places = Record<'what' | 'result' | 'note' | 'time', Bilingual>

type AccountTemplate = { id: string; keys: Readonly<Record<string, keyof Places>> }
type AccountTemplates = Record<SubscribeTemplate, AccountTemplate>
const byMiniProgram: AccountTemplates = university.subscribeTemplates
const byOfficialAccount: AccountTemplates = university.officialTemplates

const both = (text: string): Bilingual => ({ zh: text, en: text })

const results: Partial<Record<MessageEvent, Bilingual>> = {
  review_approved: { zh: '已通过', en: 'Approved' },
  review_returned: { zh: '需要修改', en: 'Please correct' },
  review_rejected: { zh: '未通过', en: 'Not approved' },
  activation_open: { zh: '可以激活', en: 'Ready to activate' },
  registration_open: { zh: '已开放', en: 'Open again' },
  renewal_due: { zh: '即将到期', en: 'Ends soon' },
}

/** A subscribe message's template and its filled places, or null when the event has none or the account does not use it. */
export function subscriptionOf(news: News): Subscription | null {
  return filled(news, byMiniProgram)
}

/** The same for a template message of the official account. */
export function officialMessageOf(news: News): Subscription | null {
  return filled(news, byOfficialAccount)
}

function filled(news: News, account: AccountTemplates): Subscription | null {
  const { template } = wayOf(news.event)
  if (!template || account[template].id === '') {
    return null
  }
  const { id, keys } = account[template]
  const places = placesOf(news)
  const entries = Object.entries(keys).map(([key, place]) => {
    return [key, { value: fitted(key, places[place], news.language) }] as const
  })
  return { templateId: id, data: Object.fromEntries(entries) }
}

/** The ids to ask for, and which template each of them is; those that the account does not use are left out. */
export function templatesInUse(templates: readonly SubscribeTemplate[]): { id: string; template: SubscribeTemplate }[] {
  const named = templates.map((template) => ({ id: byMiniProgram[template].id, template }))
  return named.filter(({ id }) => id !== '')
}

function placesOf({ event, parameters, createdAt }: News): Places {
  const [first = '', second = ''] = parameters
  const what = { zh: university.cardName.zh, en: university.cardName.en }
  const result = results[event] ?? both('')
  const today = sayDay(dayOf(createdAt))
  switch (event) {
    case 'review_approved':
      return { what, result, note: { zh: `卡号 ${first}`, en: `Card ${first}` }, time: both(sayDay(second)) }
    case 'activation_open':
      return { what, result, note: { zh: '请用证件号码激活', en: 'Use your ID number' }, time: both(today) }
    case 'registration_open':
      return { what, result, note: { zh: '请在截止时间前提交', en: 'Submit before then' }, time: both(sayDay(first)) }
    case 'renewal_due':
      return { what, result, note: { zh: '请续期，卡号不变', en: 'Please renew it' }, time: both(sayDay(second)) }
    default:
      return { what, result, note: both(first), time: both(today) }
  }
}

/** '2026-12-03 12:00' as WeChat wants days and times: '2026年12月3日 12:00'. */
function sayDay(text: string): string {
  const [day = '', time = ''] = text.split(' ')
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日${time && ` ${time}`}`
}

const LIMITS: Record<string, number> = { thing: 20, phrase: 5, character_string: 32, name: 10 }

/**
 * A value that its place takes: cut with an ellipsis where the type has a limit. A phrase is Chinese in both languages, because
 * WeChat refuses anything else; a character_string is ASCII; nothing is ever empty.
 * @param key type and number, e.g. "thing1"
 */
export function fitted(key: string, text: Bilingual, language: Language): string {
  const type = key.replace(/\d+$/, '')
  const plain = type === 'phrase' ? text.zh.replace(/\P{Script=Han}/gu, '') : text[language].replace(/\s+/g, ' ').trim()
  const allowed = type === 'character_string' ? plain.replace(/[^\x20-\x7e]/g, '') : plain
  const limit = type === 'name' && /^[\x20-\x7e]*$/.test(allowed) ? 20 : (LIMITS[type] ?? Number.POSITIVE_INFINITY)
  return cut(allowed, limit, type) || '-'
}

function cut(text: string, limit: number, type: string): string {
  const characters = [...text]
  if (characters.length <= limit) {
    return text
  }
  // An ellipsis is a character; a phrase and a string of ASCII may not hold one.
  const marked = type === 'thing' || type === 'name'
  return marked ? `${characters.slice(0, limit - 1).join('')}…` : characters.slice(0, limit).join('')
}
