/**
 * An older card from its import to its renewal: collected by ID number, shown, expired, renewed with one proof, let in at the
 * gate again. Beside it somebody whose older card came without a phone number, led to the form in two taps.
 */
import { addDays, dayOf, HOUR, startOf } from '../../domain/time/shanghai'
import { csv } from '../cloudfunctions/harness/spreadsheet'
import { type Applicant, activate, consent, showCard } from './alumnus'
import { type Browser, goTo, openPhone, type Page, startBrowser } from './browser'
import { seen, tap } from './hands'
import { amara, GUARD, li, phoneOf, REVIEWER } from './people'
import { Product } from './product'
import { journey } from './steps'
import { MONDAY } from './week'
import { words } from './words'

jest.setTimeout(240_000)

const MINUTE = 60_000
const NUMBER = '8000000011'
const wang: Applicant = {
  ...li,
  openid: amara.openid,
  name: '王芳',
  document: { type: 'resident_id', number: '32110219900307019X' },
}
const { main, alumni, guard, staff, refusals } = words.zh
const PAGE = { card: 'pages/card/card', point: 'guard/pages/point/point', imports: 'staff/pages/imports/imports' }
let product: Product
let browser: Browser
let phone: Page
const step = journey('renewal', () => browser)

beforeAll(async () => {
  product = await Product.start(MONDAY)
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.dispose()
})

step('a reviewer imports the older cards', async () => {
  const file = csv([
    ['卡号', '姓名', '身份证号', '手机号', '发卡日期', '有效期至'],
    [NUMBER, li.name, li.document.number, li.phone.number, '2019-05-01', ''],
    ['8000000022', wang.name, wang.document.number, '', '2019-05-01', ''],
  ])
  const reviewer = await openPhone(browser, product, { openid: REVIEWER, page: PAGE.imports })
  const { imports: t } = staff
  await tap(reviewer, t.kinds.cards)
  await tap(reviewer, t.choose)
  const picked = { name: '旧卡.csv', mimeType: 'text/csv', buffer: Buffer.from(file) }
  await reviewer.locator('.host-album input[type="file"]').setInputFiles(picked)
  await tap(reviewer, '导入 2 行')
  await seen(reviewer, t.doneHead).waitFor()
  await reviewer.context().close()
})

step('its holder collects it from the home page; the number stays', async () => {
  phone = await openPhone(browser, product, { openid: li.openid })
  await tap(phone, main.home.links.activate)
  await activate(phone, li)
  await seen(phone, alumni.activate.done).waitFor()
  await showCard(phone, 'zh')
  await phone.locator('#code canvas').waitFor()
  await seen(phone, '8000 000 011').first().waitFor()
})

step('a card without a phone number: two taps to the form, which knows the document', async () => {
  const other = await openPhone(browser, product, { openid: wang.openid })
  await tap(other, main.home.links.activate)
  await activate(other, wang)
  await seen(other, refusals.activation_not_matched.say).waitFor()
  await tap(other, alumni.activate.register)
  await consent(other, 'zh')
  const field = other.locator(`input[aria-label="${alumni.documents.number}"]`).locator('visible=true').last()
  await field.waitFor()
  expect(await field.inputValue()).toBe(wang.document.number)
  const stored = await other.evaluate(() => JSON.stringify(Object.values({ ...localStorage })))
  expect(stored).not.toContain(wang.document.number)
  await other.context().close()
})

step('two years later it has been reminded of, has expired, and says so', async () => {
  const lastDay = addDays(dayOf(MONDAY), 730)
  for (const day of [addDays(lastDay, -60), addDays(lastDay, -14), lastDay, addDays(lastDay, 1)]) {
    await product.moveTo(startOf(day) + 9 * HOUR)
    await product.moveTo(startOf(day) + 9 * HOUR + MINUTE) // what was written leaves with the next tick
  }
  const reminders = (await product.messagesTo(phoneOf(li))).filter(({ text }) => text.includes('续期，几分钟'))
  expect(reminders).toHaveLength(2)
  // One consent is one message: the first of them came in WeChat.
  const inWechat = (await product.messagesTo(li.openid)).filter(({ text }) => text.includes('请续期'))
  expect(inWechat).toHaveLength(1)
  await goTo(phone, product, { openid: li.openid, page: PAGE.card })
  await seen(phone, main.card.blocked.expired.head).waitFor()
  expect(await phone.locator('#code canvas').count()).toBe(0)
})

step('one tap and one proof renew it: two years from today', async () => {
  await tap(phone, main.card.blocked.expired.action)
  await activate(phone, li, 'renew')
  await seen(phone, alumni.renew.done).waitFor()
  await seen(phone, /2031年2月28日/)
    .first()
    .waitFor()
  await showCard(phone, 'zh', 'decline')
  await phone.locator('#code canvas').waitFor()
})

step('the gate lets it in', async () => {
  const guardPhone = await openPhone(browser, product, { openid: GUARD, page: PAGE.point })
  await tap(guardPhone, '东大门')
  await tap(guardPhone, guard.point.startAt.replace('{point}', '东大门'))
  await tap(guardPhone, guard.scan.scan)
  const picture = { name: 'screen.png', mimeType: 'image/png', buffer: await phone.screenshot() }
  await guardPhone.locator('.host-source-upload input').setInputFiles(picture)
  await seen(guardPhone, guard.faces.admitted.title).waitFor()
})
