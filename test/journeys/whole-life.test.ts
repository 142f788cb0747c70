/**
 * The whole life of a card in Chromium, as people would live it: an alumnus with a resident ID, a passport holder who reads
 * English, a reviewer, a guard. Real pages, real functions, real pixels at the gate.
 */
import fs from 'node:fs'
import path from 'node:path'
import { addDays, dayOf, startOf } from '../../domain/time/shanghai'
import { activate, fillForm, handIn, showCard } from './alumnus'
import { type Browser, goTo, openPhone, type Page, startBrowser } from './browser'
import { seen, tap } from './hands'
import { amara, GUARD, li, phoneOf, REVIEWER } from './people'
import { Product, until } from './product'
import { journey } from './steps'
import { CUT_OFF, MONDAY, THURSDAY } from './week'
import { words } from './words'

jest.setTimeout(180_000)

const LI_PHONE = phoneOf(li)
const AMARA_PHONE = phoneOf(amara)

let product: Product
let browser: Browser
let liPhone: Page
let amaraPhone: Page
let reviewerPhone: Page
let guardPhone: Page
let cardNumber: string

const { zh, en } = words

const step = journey('whole-life', () => browser)

beforeAll(async () => {
  product = await Product.start(MONDAY)
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.dispose()
})

step('a resident registers in Chinese', async () => {
  liPhone = await openPhone(browser, product, { openid: li.openid })
  await seen(liPhone, zh.main.home.steps.register.head).waitFor()
  await fillForm(liPhone, li)
  await handIn(liPhone, 'zh')
})

step('a passport holder registers in English', async () => {
  amaraPhone = await openPhone(browser, product, { openid: amara.openid, lang: 'en' })
  await fillForm(amaraPhone, amara)
  await handIn(amaraPhone, 'en', 'decline')
})

step('Thursday 12:00 stops registration by itself', async () => {
  await product.moveTo(CUT_OFF)
  const late = await openPhone(browser, product, { openid: 'o-chen-jing' })
  await seen(late, zh.main.home.steps.stopped.head).waitFor()
  await late.context().close()
})

step('the reviewer approves one, rejects one, and closes the round', async () => {
  reviewerPhone = await openPhone(browser, product, { openid: REVIEWER, page: 'staff/pages/queue/queue' })
  const { queue, application, round, reasons } = zh.staff
  await tap(reviewerPhone, queue.start)
  await seen(reviewerPhone, '李晓明').first().waitFor()
  await tap(reviewerPhone, application.approve)
  await seen(reviewerPhone, 'AMARA OKAFOR').first().waitFor()
  await tap(reviewerPhone, application.reject)
  await tap(reviewerPhone, reasons.not_found_in_archive)
  await seen(reviewerPhone, application.allDone).waitFor()
  await tap(reviewerPhone, application.toRound)
  await tap(reviewerPhone, round.close)
  await reviewerPhone
    .locator('confirm-sheet, .sheet')
    .getByText(round.close, { exact: true })
    .locator('visible=true')
    .last()
    .click()
  await seen(reviewerPhone, round.doneHint).waitFor()
})

step('both get their message, the approved one a ten-digit number starting with 8', async () => {
  await until(async () => (await product.messagesTo(AMARA_PHONE)).length > 0)
  await until(async () => (await product.messagesTo(LI_PHONE)).length > 0)
  // Who allowed notices gets one in WeChat as well.
  await until(async () => (await product.messagesTo(li.openid)).length > 0)
  expect(await product.messagesTo(amara.openid)).toEqual([])
  const [approved] = await product.messagesTo(LI_PHONE)
  const [rejected] = await product.messagesTo(AMARA_PHONE)
  expect(approved?.text).toMatch(/8\d{9}/)
  expect(rejected?.text).toContain('was not approved')
  cardNumber = /8\d{9}/.exec(approved?.text ?? '')?.[0] ?? ''
})

step('registration is open again', async () => {
  const next = await openPhone(browser, product, { openid: 'o-chen-jing' })
  await seen(next, zh.main.home.steps.register.head).waitFor()
  await next.context().close()
})

step('the rejected one reads why and what to do', async () => {
  await goTo(amaraPhone, product, { openid: amara.openid, lang: 'en', page: 'alumni/pages/timeline/timeline' })
  await seen(amaraPhone, en.alumni.timeline.heads.rejected).waitFor()
  await seen(amaraPhone, en.alumni.timeline.reasons.not_found_in_archive.say).waitFor()
})

step('activation is refused today and accepted tomorrow', async () => {
  await goTo(liPhone, product, { openid: li.openid, page: 'alumni/pages/activate/activate' })
  await activate(liPhone, li)
  await seen(liPhone, zh.refusals.activation_too_early.next).waitFor()
  await product.moveTo(startOf(addDays(THURSDAY, 1)) + 9 * 3_600_000)
  await goTo(liPhone, product, { openid: li.openid, page: 'alumni/pages/activate/activate' })
  await activate(liPhone, li)
  await seen(liPhone, zh.alumni.activate.done).waitFor()
})

step('the card shows its number and a code', async () => {
  await showCard(liPhone, 'zh')
  const grouped = `${cardNumber.slice(0, 4)} ${cardNumber.slice(4, 7)} ${cardNumber.slice(7)}`
  await seen(liPhone, grouped).waitFor()
  await liPhone.locator('#code canvas, canvas').first().waitFor()
})

step('the guard admits it by the pixels of its screen', async () => {
  guardPhone = await openPhone(browser, product, { openid: GUARD, page: 'guard/pages/point/point' })
  await tap(guardPhone, '东大门')
  await tap(guardPhone, zh.guard.point.startAt.replace('{point}', '东大门'))
  const picture = await photographed('now.png')
  await scan(picture)
  await seen(guardPhone, zh.guard.faces.admitted.title).waitFor()
  await seen(guardPhone, '李*明').waitFor()
  await seen(guardPhone, '0011').waitFor()
  expect(await seen(guardPhone, new RegExp(li.document.number)).count()).toBe(0)
})

step('a screenshot taken 40 seconds earlier is refused', async () => {
  const old = await photographed('old.png')
  await product.moveTo((await product.now()) + 40_000)
  await tap(guardPhone, zh.guard.scan.scan)
  await upload(old)
  await seen(guardPhone, zh.guard.faces.clock_wrong.title).waitFor()
})

step('after a kill -9 and a restart everything is still there', async () => {
  await product.down('SIGKILL')
  await product.up()
  const phone = await openPhone(browser, product, { openid: li.openid })
  await seen(phone, zh.main.home.steps.activate_here.head).waitFor()
  await goTo(liPhone, product, { openid: li.openid })
  await seen(liPhone, zh.main.home.steps.show_card.action).waitFor()
  expect(dayOf(await product.now())).toBe(addDays(THURSDAY, 1))
})

step('no ID number stands in clear in anything that was kept or logged', async () => {
  await product.down()
  const files = fs
    .readdirSync(product.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(3)
  for (const entry of files) {
    const bytes = fs.readFileSync(path.join(entry.parentPath, entry.name))
    for (const { document } of [li, amara]) {
      expect({ file: entry.name, holds: bytes.includes(document.number) }).toEqual({ file: entry.name, holds: false })
    }
  }
})

async function photographed(name: string): Promise<string> {
  const file = path.join(product.dataDir, name)
  fs.writeFileSync(file, await liPhone.screenshot())
  return file
}

async function scan(picture: string): Promise<void> {
  await tap(guardPhone, zh.guard.scan.scan)
  await upload(picture)
}

async function upload(picture: string): Promise<void> {
  await guardPhone.locator('.host-source-upload input').setInputFiles(picture)
}
