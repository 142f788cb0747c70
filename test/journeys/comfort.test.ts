/**
 * Every page of app.json, looked over in both languages, light with WeChat's standard letters and dark with its largest:
 * axe-core finds nothing serious, whatever can be tapped is large enough for a thumb, no words are cut off. A page that
 * app.json gains is looked over without being named here.
 */
import { DAY, HOUR } from '../../domain/time/shanghai'
import app from '../../miniprogram/app.json'
import { person } from '../cloudfunctions/harness/people'
import { activate, consent } from './alumnus'
import { handInSeveral } from './applications'
import { type Browser, goTo, openPhone, type Page, type PhoneOptions, startBrowser } from './browser'
import { seen, tap } from './hands'
import { clipped, openPage, settle, smallTargets, violations } from './look-over'
import { GUARD, li, REVIEWER } from './people'
import { Product } from './product'
import { CUT_OFF, MONDAY, THURSDAY } from './week'
import { type Lang, words } from './words'

jest.setTimeout(180_000)

const ADMIN = 'o-wu-fang'
const NEWCOMER = 'o-chen-jing'
const NAMES = ['李晓明', '欧阳明远', '王三', '李四', '张五', '张六', '赵七']
const LOOKS = [
  { lang: 'zh', theme: 'light', font: 16 },
  { lang: 'en', theme: 'dark', font: 23 },
] as const

/** Whose phone opens a package's pages; the office's two pages beside the form are the administrator's as well. */
const OWNERS: Record<string, string> = { pages: NEWCOMER, alumni: NEWCOMER, staff: ADMIN, guard: GUARD }
const OFFICE = ['alumni/pages/paper/paper', 'alumni/pages/identity/identity']
/** Pages that need the number of a card to show anything. */
const ABOUT_A_CARD = ['staff/pages/card/card', 'alumni/pages/identity/identity']

const everyPage = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
]
/** The pages that look different for somebody who has a card, and for somebody whose application came back. */
const further: [page: string, openid: string][] = [
  ['pages/home/home', li.openid],
  ['pages/card/card', li.openid],
  ['alumni/pages/timeline/timeline', li.openid],
  ['pages/home/home', person(3).openid],
  ['alumni/pages/timeline/timeline', person(3).openid],
  ['alumni/pages/timeline/timeline', person(4).openid],
]
const ownerOf = (page: string) => (OFFICE.includes(page) ? ADMIN : (OWNERS[page.split('/')[0] ?? ''] ?? ''))
const visits = [...everyPage.map((page): [string, string] => [page, ownerOf(page)]), ...further]

let product: Product
let browser: Browser
let cardNumber: string
const phones = new Map<string, Page>()

/** Seven applications: two approved, one returned, four carried over; one card activated; then the next round waits. */
beforeAll(async () => {
  product = await Product.start(MONDAY)
  browser = await startBrowser()
  await handInSeveral(product, NAMES)
  await product.moveTo(CUT_OFF)
  const { items } = (await product.call(REVIEWER, 'review', { action: 'queue', filter: 'undecided' })).value
  const approve = { kind: 'approve' }
  for (const [index, verdict] of [approve, approve, { kind: 'return', reason: 'portrait_unclear' }].entries()) {
    await product.call(REVIEWER, 'review', { action: 'decide', id: items[index].id, version: 1, verdict })
  }
  await product.call(REVIEWER, 'review', { action: 'close', round: THURSDAY, carryOver: true })
  await product.moveTo(CUT_OFF + DAY)
  const phone = await phoneOf({ openid: li.openid, ...LOOKS[0] })
  await openPage(phone, 'alumni/pages/consent/consent')
  await consent(phone, 'zh')
  await openPage(phone, 'alumni/pages/activate/activate')
  await activate(phone, li)
  await seen(phone, words.zh.alumni.activate.show).waitFor()
  cardNumber = (await product.call(li.openid, 'registration', { action: 'status' })).value.cardNumber
  await product.moveTo(CUT_OFF + 7 * DAY + HOUR)
})
afterAll(async () => {
  await browser?.close()
  await product?.dispose()
})

/** One phone for a person: what it stored stays when the language changes. */
async function phoneOf(options: PhoneOptions): Promise<Page> {
  const phone = phones.get(options.openid) ?? (await openPhone(browser, product, options))
  if (!phone.url().includes(`lang=${options.lang}`)) {
    await goTo(phone, product, options)
  }
  phones.set(options.openid, phone)
  return phone
}

/** Goes past what stands before two pages: the consents, and the choice of a gate. */
async function goOn(phone: Page, page: string, lang: Lang): Promise<void> {
  const gate = { zh: '东大门', en: 'East Gate' }[lang]
  if (page === 'alumni/pages/form/form' && (await seen(phone, words[lang].alumni.consent.next).count())) {
    await consent(phone, lang)
  }
  const start = words[lang].guard.point.startAt.replace('{point}', gate)
  if (page === 'guard/pages/scan/scan' && (await seen(phone, words[lang].guard.point.heading).count())) {
    await tap(phone, gate)
    await tap(phone, start)
  }
  await settle(phone)
}

describe.each(LOOKS)('in $lang, $theme, letters of $font', ({ lang, theme, font }) => {
  test.each(visits)('%s of %s', async (page, openid) => {
    const phone = await phoneOf({ openid, lang, theme, font })
    await openPage(phone, ABOUT_A_CARD.includes(page) ? `${page}?number=${cardNumber}` : page)
    await goOn(phone, page, lang)
    expect({
      violations: await violations(phone),
      small: await smallTargets(phone),
      clipped: await clipped(phone),
    }).toEqual({ violations: [], small: [], clipped: [] })
  })
})
