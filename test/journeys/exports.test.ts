/**
 * An office afternoon with a table to hand over: a reviewer exports the cards, opens the workbook, sends the CSV; an
 * administrator exports ID numbers and has to say what for; an hour later nothing is left to fetch.
 */
import fs from 'node:fs'
import { DAY, HOUR } from '../../domain/time/shanghai'
import { readCsv, readXlsx } from '../cloudfunctions/harness/sheet'
import { type Browser, openPhone, type Page, startBrowser } from './browser'
import { seen, tap } from './hands'
import { giveCard } from './holder'
import { ADMIN, li, REVIEWER } from './people'
import { Product } from './product'
import { journey } from './steps'
import { CUT_OFF, MONDAY } from './week'
import { words } from './words'

jest.setTimeout(180_000)

const PAGE = 'staff/pages/exports/exports'
const { exports: t } = words.zh.staff
const number = li.document.number
let product: Product
let browser: Browser
let phone: Page
let cardNumber: string
const step = journey('exports', () => browser)

beforeAll(async () => {
  product = await Product.start(MONDAY)
  browser = await startBrowser()
  const holder = await openPhone(browser, product, { openid: li.openid })
  cardNumber = await giveCard(product, holder, li)
  await holder.context().close()
  phone = await openPhone(browser, product, { openid: REVIEWER, page: PAGE })
})
afterAll(async () => {
  await browser?.close()
  await product?.dispose()
})

/** Taps a button under the newest file. @returns what the phone was given */
async function fetched(button: string): Promise<Buffer> {
  const download = phone.waitForEvent('download')
  await seen(phone, button).first().click()
  return fs.readFileSync(await (await download).path())
}

step('a workbook of all cards is made, and opens', async () => {
  await tap(phone, t.contents.cards)
  await tap(phone, t.make)
  const rows = readXlsx(await fetched(t.open)).map((row) => row.map(({ text }) => text))
  expect(rows).toHaveLength(2)
  expect(rows[1]).toEqual(expect.arrayContaining([cardNumber, li.name, number.slice(-4)]))
  expect(rows.flat()).not.toContain(number)
})

step('as CSV it is sent to a chat', async () => {
  await tap(phone, t.formats.csv)
  await tap(phone, t.make)
  await seen(phone, /cards-.*\.csv/)
    .first()
    .waitFor()
  const [, row] = readCsv(await fetched(t.send))
  expect(row).toContain(cardNumber)
})

step('a reviewer is not offered ID numbers; an administrator has to say what for', async () => {
  expect(await seen(phone, t.documents).count()).toBe(0)
  await phone.context().close()
  phone = await openPhone(browser, product, { openid: ADMIN, page: PAGE })
  await tap(phone, t.contents.cards)
  await tap(phone, t.documents)
  await tap(phone, t.make)
  await seen(phone, t.reasonMissing).waitFor()
  await phone.locator(`textarea[aria-label="${t.reason}"]`).locator('visible=true').fill('公安机关来函核查')
  await tap(phone, t.make)
  const rows = readXlsx(await fetched(t.open)).map((row) => row.map(({ text }) => text))
  expect(rows[1]).toContain(number)
})

step('an hour later the file is gone, and the list says so', async () => {
  await product.moveTo(CUT_OFF + DAY + 2 * HOUR)
  await product.moveTo(CUT_OFF + DAY + 2 * HOUR + 6 * 60_000)
  await phone.reload()
  await seen(phone, t.states.removed).first().waitFor()
  expect(await seen(phone, t.open).count()).toBe(0)
})
