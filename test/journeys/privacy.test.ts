/**
 * One's own data on the phone: who looked, a copy that opens, no longer agreeing and taking it back, deleting after the
 * days of thinking it over; and WeChat's question before something private is used, declined and agreed to.
 */
import fs from 'node:fs'
import path from 'node:path'
import { DAY } from '../../domain/time/shanghai'
import { type Browser, goTo, openPhone, type Page, type PhoneOptions, startBrowser } from './browser'
import { seen, tap } from './hands'
import { giveCard } from './holder'
import { clipped, openPage, settle, smallTargets, violations } from './look-over'
import { li, REVIEWER } from './people'
import { Product } from './product'
import { journey } from './steps'
import { MONDAY } from './week'
import { words } from './words'

jest.setTimeout(240_000)

const FOLDER = path.resolve('dist', 'journeys', 'privacy')
const PAGE = 'alumni/pages/privacy/privacy'
const { main, alumni } = words.zh
const { privacy, help } = alumni
const LOOKS: Pick<PhoneOptions, 'lang' | 'theme' | 'width' | 'font'>[] = [
  { lang: 'zh', theme: 'light', width: 375, font: 16 },
  { lang: 'en', theme: 'light', width: 430, font: 16 },
  { lang: 'zh', theme: 'dark', width: 375, font: 23 },
  { lang: 'en', theme: 'dark', width: 375, font: 23 },
]

let product: Product
let browser: Browser
let phone: Page
let number: string
const step = journey('privacy', () => browser)

beforeAll(async () => {
  fs.mkdirSync(FOLDER, { recursive: true })
  product = await Product.start(MONDAY)
  browser = await startBrowser()
  phone = await openPhone(browser, product, { openid: li.openid })
})
afterAll(async () => {
  await browser?.close()
  await product?.dispose()
})

/** WeChat's sheet that gives the phone's number. */
const allowNumber = () => phone.locator('.host-request .host-pill-main').click()

/** Measured and kept as a picture. */
async function lookAt(shown: Page, name: string): Promise<void> {
  await settle(shown)
  await shown.waitForTimeout(400)
  await shown.screenshot({ path: path.join(FOLDER, `${name}.png`) })
  expect({
    name,
    violations: await violations(shown),
    small: await smallTargets(shown),
    clipped: await clipped(shown),
  }).toEqual({ name, violations: [], small: [], clipped: [] })
}

step('a holder reads who looked at the ID number, and why', async () => {
  number = await giveCard(product, phone, li)
  const { value } = await product.call(REVIEWER, 'review', { action: 'search', text: number })
  await product.call(REVIEWER, 'review', { action: 'revealDocument', id: value.items[0].id })
  await openPage(phone, PAGE)
  await seen(phone, privacy.viewed.reviewer).first().waitFor()
  await seen(phone, privacy.why.review).first().waitFor()
})

step('a copy: the phone proves who asks, and the table opens', async () => {
  await tap(phone, privacy.copy.take)
  await tap(phone, privacy.copy.wechat)
  await allowNumber()
  await seen(phone, privacy.copy.done).waitFor()
  const [download] = await Promise.all([phone.waitForEvent('download'), tap(phone, privacy.copy.open)])
  const bytes = fs.readFileSync(await download.path())
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  await lookAt(phone, 'copy-ready')
  await tap(phone, privacy.copy.close)
  await seen(phone, new RegExp(`^${privacy.copy.taken.split('{')[0]}`)).waitFor()
})

step('no longer agreeing is deleting, says so, and can be taken back', async () => {
  await tap(phone, privacy.withdraw)
  await seen(phone, privacy.withdrawText).waitFor()
  await lookAt(phone, 'withdraw')
  await tap(phone, privacy.wechat)
  await allowNumber()
  await seen(phone, privacy.dueText).waitFor()
  await lookAt(phone, 'waiting')
  await tap(phone, privacy.keep)
  await seen(phone, privacy.keptDone).waitFor()
  await openPage(phone, 'pages/card/card')
  await phone.locator('#code canvas').waitFor()
})

step('the page in both languages, light and dark, wide, with the largest letters', async () => {
  for (const [index, look] of LOOKS.entries()) {
    const other = await openPhone(browser, product, { openid: li.openid, page: PAGE, ...look })
    const t = words[look.lang ?? 'zh'].alumni.privacy
    await seen(other, t.copy.take).waitFor()
    await lookAt(other, `page-${index}`)
    await tap(other, t.copy.take)
    await lookAt(other, `proof-${index}`)
    await goTo(other, product, { openid: li.openid, page: 'alumni/pages/consent/consent?again=1', ...look })
    await seen(other, words[look.lang ?? 'zh'].alumni.consent.again.head).waitFor()
    await lookAt(other, `again-${index}`)
    await other.context().close()
  }
})

step('deleted when the days are over: nothing is held, the card is no card any more', async () => {
  await openPage(phone, PAGE)
  await tap(phone, privacy.remove)
  await tap(phone, privacy.wechat)
  await allowNumber()
  await seen(phone, privacy.dueText).waitFor()
  await product.moveTo((await product.now()) + 3 * DAY + 20 * 60_000)
  await openPage(phone, PAGE)
  await seen(phone, privacy.none).waitFor()
  const { value } = await product.call(REVIEWER, 'office', { action: 'card', cardNumber: number })
  expect(value.card.status).toBe('revoked')
})

step('something private: not agreed, it says what can be done instead; agreed, it works', async () => {
  const { privacyAsk } = main
  for (const [index, look] of LOOKS.entries()) {
    const other = await openPhone(browser, product, {
      openid: 'o-somebody-else',
      page: 'alumni/pages/help/help',
      ...look,
    })
    const { main: t, alumni: a } = words[look.lang ?? 'zh']
    await tap(other, a.help.copy)
    await seen(other, t.privacyAsk.uses.clipboard.what).waitFor()
    await lookAt(other, `question-${index}`)
    if (index > 0) {
      await other.context().close()
      continue
    }
    await tap(other, privacyAsk.not)
    await seen(other, privacyAsk.uses.clipboard.instead).first().waitFor()
    await tap(other, help.copy)
    await tap(other, privacyAsk.agree)
    await seen(other, privacyAsk.head).waitFor({ state: 'hidden' })
    await tap(other, help.copy)
    expect(await seen(other, privacyAsk.head).count()).toBe(0)
  }
})
