/**
 * Every page of app.json and somebody who may open it, in a world where each has something to show: seven applications, one card
 * activated, one returned, the next round waiting. A page that app.json gains is there without being named.
 */
import { DAY, HOUR } from '../../domain/time/shanghai'
import app from '../../miniprogram/app.json'
import { person } from '../cloudfunctions/harness/people'
import { activate, consent } from './alumnus'
import { handInSeveral } from './applications'
import { type Browser, goTo, openPhone, type Page, type PhoneOptions } from './browser'
import { seen, tap } from './hands'
import { openPage, settle } from './look-over'
import { ADMIN, GUARD, li, REVIEWER } from './people'
import { Product } from './product'
import { CUT_OFF, MONDAY, THURSDAY } from './week'
import { type Lang, words } from './words'

const NEWCOMER = 'o-chen-jing'
const NAMES = ['李晓明', '欧阳明远', '王三', '李四', '张五', '张六', '赵七']

/** Whose phone opens a package's pages; the office's two pages beside the form are the administrator's as well. */
const OWNERS: Record<string, string> = { pages: NEWCOMER, alumni: NEWCOMER, staff: ADMIN, guard: GUARD }
const OFFICE = ['alumni/pages/paper/paper', 'alumni/pages/identity/identity']
/** Pages that need the number of a card to show anything. */
const ABOUT_A_CARD = ['staff/pages/card/card', 'alumni/pages/identity/identity']

export const everyPage = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
]

/** The one who opens a page. */
export const ownerOf = (page: string) => (OFFICE.includes(page) ? ADMIN : (OWNERS[page.split('/')[0] ?? ''] ?? ''))

/**
 * Further visits: pages that look different for somebody who has a card, whose card went to another account, whose application
 * passed or came back, who is known.
 */
export const further: [page: string, openid: string][] = [
  ['pages/home/home', li.openid],
  ['pages/card/card', li.openid],
  ['alumni/pages/timeline/timeline', person(1).openid],
  ['alumni/pages/timeline/timeline', person(2).openid],
  ['alumni/pages/privacy/privacy', person(3).openid],
  ['pages/home/home', person(3).openid],
  ['alumni/pages/timeline/timeline', person(3).openid],
  ['alumni/pages/timeline/timeline', person(4).openid],
]

/** The product with all of them in it, and their phones. */
export class World {
  private readonly phones = new Map<string, Page>()
  private cardNumber = ''

  private constructor(
    readonly product: Product,
    private readonly browser: Browser,
  ) {}

  static async start(browser: Browser): Promise<World> {
    const world = new World(await Product.start(MONDAY), browser)
    await world.fill()
    return world
  }

  dispose(): Promise<void> {
    return this.product.dispose()
  }

  private async fill(): Promise<void> {
    const { product } = this
    await handInSeveral(product, NAMES)
    await product.moveTo(CUT_OFF)
    const { items } = (await product.call(REVIEWER, 'review', { action: 'queue', filter: 'undecided' })).value
    const approve = { kind: 'approve' }
    for (const [index, verdict] of [approve, approve, { kind: 'return', reason: 'portrait_unclear' }].entries()) {
      await product.call(REVIEWER, 'review', { action: 'decide', id: items[index].id, version: 1, verdict })
    }
    await product.call(REVIEWER, 'review', { action: 'close', round: THURSDAY, carryOver: true })
    await product.moveTo(CUT_OFF + DAY)
    const phone = await this.phoneOf({ openid: li.openid, lang: 'zh' })
    await openPage(phone, 'alumni/pages/consent/consent')
    await consent(phone, 'zh')
    await openPage(phone, 'alumni/pages/activate/activate')
    await activate(phone, li)
    await seen(phone, words.zh.alumni.activate.show).waitFor()
    this.cardNumber = (await product.call(li.openid, 'registration', { action: 'status' })).value.cardNumber
    await product.moveTo(CUT_OFF + 7 * DAY + HOUR)
  }

  /** One phone for a person and a width: what it stored stays when the language or the letters change. */
  async phoneOf(options: PhoneOptions): Promise<Page> {
    const { openid, lang = 'zh', theme = 'light', font = 16, width = 375 } = options
    const name = `${openid} ${width}`
    const phone = this.phones.get(name) ?? (await openPhone(this.browser, this.product, options))
    if (!phone.url().includes(`lang=${lang}&theme=${theme}&font=${font}`)) {
      await goTo(phone, this.product, options)
    }
    this.phones.set(name, phone)
    return phone
  }

  /** The address of a page with what it needs to show something. */
  addressOf(page: string): string {
    return ABOUT_A_CARD.includes(page) ? `${page}?number=${this.cardNumber}` : page
  }

  /** Opens a page and goes past what stands before two of them: the consents, and the choice of a gate. */
  async open(phone: Page, page: string, lang: Lang): Promise<void> {
    await openPage(phone, this.addressOf(page))
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
}
