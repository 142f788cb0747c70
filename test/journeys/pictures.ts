/**
 * Takes the README's pictures from the running product (`npm run pictures`), so that they are never older than the pages.
 * Not a test: tools/pictures.mjs runs it and it writes docs/pictures.
 */
import fs from 'node:fs'
import path from 'node:path'
import { HOUR, startOf } from '../../domain/time/shanghai'
import { activate, fillForm, handIn, showCard } from './alumnus'
import { type Browser, goTo, openPhone, type Page, startBrowser } from './browser'
import { openDesk } from './desk'
import { seen, tap } from './hands'
import { approveAll } from './holder'
import { amara, GUARD, li, REVIEWER } from './people'
import { Product } from './product'
import { CUT_OFF, FRIDAY, MONDAY } from './week'
import { type Lang, words } from './words'

const FOLDER = path.resolve('docs', 'pictures')
const QUEUE = 'staff/pages/queue/queue'

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(600) // pictures and transitions come to rest
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) })
}

/** One language's set: home, form, review, card, gate. */
async function shootPhones(browser: Browser, lang: Lang): Promise<void> {
  const product = await Product.start(MONDAY)
  const suffix = lang === 'zh' ? '-zh' : ''
  const who = lang === 'zh' ? li : amara
  const { main, guard, staff } = words[lang]
  const phone = await openPhone(browser, product, { openid: who.openid, lang })
  await seen(phone, main.home.steps.register.head).waitFor()
  await shoot(phone, `home${suffix}`)
  await fillForm(phone, who)
  await shoot(phone, `form${suffix}`)
  await handIn(phone, lang)
  await product.moveTo(CUT_OFF)
  const reviewer = await openPhone(browser, product, { openid: REVIEWER, lang, page: QUEUE })
  await tap(reviewer, staff.queue.start)
  await seen(reviewer, staff.application.approve).waitFor()
  await shoot(reviewer, `review${suffix}`)
  await approveAll(product)
  await product.moveTo(startOf(FRIDAY) + 9 * HOUR)
  await goTo(phone, product, { openid: who.openid, lang, page: 'alumni/pages/activate/activate' })
  await activate(phone, who)
  await showCard(phone, lang)
  await phone.locator('#code canvas').waitFor()
  await shoot(phone, `card${suffix}`)
  const guardPhone = await openPhone(browser, product, { openid: GUARD, lang, page: 'guard/pages/point/point' })
  const gate = lang === 'zh' ? '东大门' : 'East Gate'
  await tap(guardPhone, gate)
  await tap(guardPhone, guard.point.startAt.replace('{point}', gate))
  await tap(guardPhone, guard.scan.scan)
  const picture = { name: 'screen.png', mimeType: 'image/png', buffer: await phone.screenshot() }
  await guardPhone.locator('.host-source-upload input').setInputFiles(picture)
  await seen(guardPhone, guard.faces.admitted.title).waitFor()
  await shoot(guardPhone, `gate${suffix}`)
  await product.dispose()
}

/** The desk with a card, a queue that waits, and a verdict. */
async function shootDesk(browser: Browser): Promise<void> {
  const product = await Product.start(MONDAY)
  const desk = await openDesk(browser, product, { lang: 'en', width: 1440, height: 980 })
  const { main, guard } = words.en
  const english = { ...li, lang: 'en' as const }
  await seen(desk.alumnus, main.home.steps.register.head).waitFor()
  await fillForm(desk.alumnus, english)
  await handIn(desk.alumnus, 'en')
  await product.moveTo(CUT_OFF)
  await approveAll(product)
  await product.moveTo(startOf(FRIDAY) + 9 * HOUR)
  await desk.alumnus.evaluate(() => Reflect.get(globalThis, 'wx').reLaunch({ url: '/alumni/pages/activate/activate' }))
  await activate(desk.alumnus, english)
  await showCard(desk.alumnus, 'en')
  await desk.alumnus.locator('#code canvas').waitFor()
  await tap(desk.guard, 'East Gate')
  await tap(desk.guard, guard.point.startAt.replace('{point}', 'East Gate'))
  await tap(desk.guard, guard.scan.scan)
  await seen(desk.guard, guard.faces.admitted.title).waitFor()
  await desk.guard
    .locator('.guard')
    .first()
    .click({ position: { x: 40, y: 400 } })
  await shoot(desk.page, 'desk')
  await product.dispose()
}

async function takeAll(): Promise<void> {
  fs.mkdirSync(FOLDER, { recursive: true })
  const browser = await startBrowser()
  await shootPhones(browser, 'zh')
  await shootPhones(browser, 'en')
  await shootDesk(browser)
  await browser.close()
}

takeAll()
