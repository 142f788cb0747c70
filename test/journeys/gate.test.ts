/**
 * The gate when it is hard: no network on either phone, a phone whose clock is wrong, a card that was suspended, a holder
 * without a phone. Afterwards the office knows every scan once.
 */
import { type Browser, startBrowser } from './browser'
import { type Desk, openDesk } from './desk'
import { seen, tap, type } from './hands'
import { giveCard } from './holder'
import { li, REVIEWER } from './people'
import { Product, until } from './product'
import { journey } from './steps'
import { MONDAY } from './week'
import { words } from './words'

jest.setTimeout(180_000)

let product: Product
let browser: Browser
let desk: Desk
let cardNumber: string
let scans = 0

const { main, guard } = words.zh
const step = journey('gate', () => browser)

beforeAll(async () => {
  product = await Product.start(MONDAY)
  browser = await startBrowser()
  desk = await openDesk(browser, product)
})
afterAll(async () => {
  await browser?.close()
  await product?.dispose()
})

const setOnline = (phone: 'alumnus' | 'guard', online: boolean) =>
  desk[phone].evaluate((on) => Reflect.get(globalThis, 'phoneOnDesk').setOnline(on), online)

const setSkew = (milliseconds: number) =>
  desk.alumnus.evaluate((ms) => Reflect.get(globalThis, 'phoneOnDesk').setSkew(ms), milliseconds)

/** A later code: the same one twice is a replay. */
const nextCode = async () => product.moveTo((await product.now()) + 20_000)

/** The camera sees what is on the screen: the code has to be there. */
const showCode = () =>
  desk.alumnus.evaluate(() => Reflect.get(globalThis, 'wx').pageScrollTo({ scrollTop: 0, duration: 0 }))

async function scan(verdict: string): Promise<void> {
  await showCode()
  await tap(desk.guard, guard.scan.scan)
  await seen(desk.guard, verdict).waitFor()
  scans += 1
}

async function ready(): Promise<void> {
  const next = seen(desk.guard, guard.scan.face.next)
  if (await next.isVisible()) {
    await desk.guard.evaluate(() => Reflect.get(globalThis, 'wx').reLaunch({ url: '/guard/pages/scan/scan' }))
  }
  await seen(desk.guard, guard.scan.scan).waitFor()
}

step('a holder with an active card, a guard on duty', async () => {
  cardNumber = await giveCard(product, desk.alumnus, li)
  await tap(desk.guard, '东大门')
  await tap(desk.guard, guard.point.startAt.replace('{point}', '东大门'))
  await seen(desk.guard, guard.scan.scan).waitFor()
})

step('with no network on either phone a fresh list lets the holder in', async () => {
  await setOnline('alumnus', false)
  await setOnline('guard', false)
  await seen(desk.guard, guard.scan.offline).waitFor()
  await scan(guard.faces.admitted.title)
  await seen(desk.guard, '李*明').waitFor()
})

step('a phone whose clock is wrong answers the guard’s number', async () => {
  await ready()
  await setSkew(300_000)
  await nextCode()
  await scan(guard.faces.clock_wrong.title)
  await tap(desk.guard, guard.scan.face.askNumber)
  const label = await desk.guard
    .locator('[aria-label^="数字"]')
    .locator('visible=true')
    .first()
    .getAttribute('aria-label')
  const digits = (label ?? '').replace(/\D/g, '')
  expect(digits).toMatch(/^\d{4}$/)
  await tap(desk.alumnus, main.card.challenge)
  await desk.alumnus.locator(`input[aria-label="${main.card.digits}"]`).locator('visible=true').last().fill(digits)
  await seen(desk.alumnus, new RegExp(digits)).first().waitFor()
  await showCode()
  await tap(desk.guard, guard.scan.number.scan)
  await seen(desk.guard, guard.faces.admitted.title).waitFor()
  scans += 1
  await setSkew(0)
  await tap(desk.alumnus, main.card.challengeEnd)
})

step('a suspended card is refused with no network, once the list has come', async () => {
  await ready()
  const reason = { status: 'suspended', reason: 'phone_lost' }
  const suspended = await product.call(REVIEWER, 'office', { action: 'setCardStatus', cardNumber, ...reason })
  expect(suspended).toMatchObject({ ok: true, value: { card: { status: 'suspended' } } })
  await setOnline('guard', true)
  await desk.guard.waitForTimeout(2_000) // the guard's phone fetches the list by itself
  await setOnline('guard', false)
  await nextCode()
  await scan(guard.faces.suspended.title)
})

step('a holder without a phone is looked up by card number and last four', async () => {
  await product.call(REVIEWER, 'office', { action: 'setCardStatus', cardNumber, status: 'active', reason: 'resolved' })
  await setOnline('guard', true)
  await ready()
  await tap(desk.guard, guard.scan.lookUp.open)
  await type(
    desk.guard,
    `${guard.scan.lookUp.number} ${guard.scan.lookUp.numberHint.replace('{prefix}', '8')}`,
    cardNumber,
  )
  await type(desk.guard, guard.scan.lookUp.last4, '0011')
  await tap(desk.guard, guard.scan.lookUp.find)
  await seen(desk.guard, guard.faces.admitted.title).waitFor()
  scans += 1
})

step('the office has every scan, each once', async () => {
  await setOnline('guard', false)
  await setOnline('guard', true) // what waits is sent when the network comes back
  const card = async () => (await product.call(REVIEWER, 'office', { action: 'card', cardNumber })).value.card
  await until(async () => (await card()).scans.length >= scans)
  expect((await card()).scans).toHaveLength(scans)
})
