/**
 * A closing afternoon in Chromium: whoever the archive knows is approved in bulk after a look at the sample, the rest is carried
 * over, the round is closed, and the machine dies meanwhile with nobody's page open. The timer finishes, every message leaves
 * once, and the figures agree.
 */
import { HOUR } from '../../domain/time/shanghai'
import { ALUMNI_HEADERS } from '../cloudfunctions/harness/import'
import { person } from '../cloudfunctions/harness/people'
import { csv } from '../cloudfunctions/harness/spreadsheet'
import { handInSeveral } from './applications'
import { type Browser, openPhone, type Page, startBrowser } from './browser'
import { seen, tap } from './hands'
import { REVIEWER } from './people'
import { Product, until } from './product'
import { journey } from './steps'
import { CUT_OFF, MONDAY, THURSDAY } from './week'
import { words } from './words'

jest.setTimeout(240_000)

const MINUTE = HOUR / 60
const ALL = 36
const KNOWN = 30
const FAMILY = [...'王李张刘陈杨赵黄周吴徐孙']
const NAMES = Array.from({ length: ALL }, (_, n) => `${FAMILY[n % 12]}${['伟', '芳', '娜'][Math.floor(n / 12)]}`)

const { bulk, round, dashboard, menu, queue } = words.zh.staff
const step = journey('closing', () => browser)
const ask = async (action: string, fields: object = {}) =>
  (await product.call(REVIEWER, 'review', { action, ...fields })).value
const messagesOf = (n: number) => product.messagesTo(person(n + 1).phone)

let product: Product
let browser: Browser
let phone: Page

beforeAll(async () => {
  product = await Product.start(MONDAY)
  await handInSeveral(product, NAMES)
  await importArchive()
  await product.moveTo(CUT_OFF)
  browser = await startBrowser()
  phone = await openPhone(browser, product, { openid: REVIEWER, page: 'staff/pages/queue/queue' })
})
afterAll(async () => {
  await browser?.close()
  await product?.dispose()
})

step('whoever the archive knows is approved in bulk, after ten of them were looked at', async () => {
  await until(async () => (await ask('exact')).pending === 0)
  await tap(phone, menu.bulk)
  await seen(phone, bulk.head.replace('{count}', String(KNOWN))).waitFor()
  await tap(phone, bulk.begin)
  for (let number = 1; number < 10; number += 1) {
    await seen(phone, bulk.progress.replace('{number}', String(number)).replace('{total}', '10')).waitFor()
    await tap(phone, bulk.fine)
  }
  await tap(phone, bulk.fineLast)
  await tap(phone, bulk.approve)
  await seen(phone, bulk.done.replace('{count}', String(KNOWN))).waitFor()
  expect((await ask('counts')).counts).toMatchObject({ approve: KNOWN, undecided: ALL - KNOWN })
})

step('the round is closed; its progress is on the screen when the machine dies', async () => {
  await tap(phone, bulk.toQueue)
  await tap(phone, queue.close)
  await tap(phone, round.close)
  await tap(phone, round.carryYes)
  await seen(phone, round.mayLeave).waitFor()
  // Not before it was begun: a closing that the office never heard of is nobody's to finish.
  await until(async () => {
    const { progress, summary } = await ask('progress', { round: THURSDAY })
    return progress !== null || summary !== null
  })
  await product.down('SIGKILL')
  await phone.context().close()
})

step('nobody looks, and the timer carries on to the end', async () => {
  await product.up()
  for (let minute = 1; minute <= 5; minute += 1) {
    await product.moveTo(CUT_OFF + minute * MINUTE)
  }
  await until(async () => (await ask('round')).lastClosed !== null)
  const { lastClosed, due } = await ask('round')
  expect(due).toBeNull()
  expect(lastClosed).toMatchObject({ approved: KNOWN, returned: 0, rejected: 0, carriedOver: ALL - KNOWN })
})

step('every approved one gets one message with a card number of their own', async () => {
  await until(async () => {
    await product.moveTo((await product.now()) + MINUTE)
    return (await messagesOf(KNOWN - 1)).length > 0 && (await messagesOf(0)).length > 0
  })
  const numbers = new Set<string>()
  for (let n = 0; n < KNOWN; n += 1) {
    const messages = await messagesOf(n)
    expect([NAMES[n], messages.length]).toEqual([NAMES[n], 1])
    numbers.add(/8\d{9}/.exec(messages[0]?.text ?? '')?.[0] ?? '')
  }
  expect(numbers.size).toBe(KNOWN)
  expect(numbers).not.toContain('')
})

step('the figures say the same', async () => {
  await product.moveTo((await product.now()) + 30 * MINUTE)
  phone = await openPhone(browser, product, { openid: REVIEWER, page: 'staff/pages/dashboard/dashboard' })
  await seen(phone, dashboard.rounds.summary.replace('{count}', '1').replace('{total}', String(KNOWN))).waitFor()
  const issued = phone.locator('.panel', { hasText: dashboard.cards.head }).locator('.pair .big').first()
  expect(await issued.textContent()).toBe(String(KNOWN))
  const waiting = phone.locator('.panel', { hasText: dashboard.queue.head }).locator('.figure .big')
  expect(await waiting.textContent()).toBe(String(ALL - KNOWN))
})

/** The archive knows the first ones, each under the document of the application. */
async function importArchive(): Promise<void> {
  const archive = async (action: string, fields: object) =>
    (await product.call(REVIEWER, 'archive', { action, ...fields })).value
  const rows = NAMES.slice(0, KNOWN).map((name, index) => {
    const [study] = person(index + 1).form.studies
    const { school, major, entryYear, graduationYear } = study
    return [name, '', person(index + 1).form.document.number, school, major, '本科', entryYear, graduationYear]
  })
  const { id, path } = await archive('place', { kind: 'alumni', type: 'csv', name: '校友.csv' })
  const body = csv([ALUMNI_HEADERS, ...rows])
  await fetch(`${product.url}/_emulator/files/${path}?openid=${REVIEWER}`, { method: 'PUT', body })
  const { preview } = await archive('preview', { id })
  await archive('start', { id, mapping: preview.mapping })
  await archive('run', { id })
}
