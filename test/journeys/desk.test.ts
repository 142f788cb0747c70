/**
 * The desk as a newcomer meets it: three phones side by side, the guard's camera looking at the alumnus's screen, a phone
 * taken offline, a message read from the list.
 */
import { startOf } from '../../domain/time/shanghai'
import { activate, fillForm, handIn, showCard } from './alumnus'
import { type Browser, startBrowser } from './browser'
import { type Desk, openDesk } from './desk'
import { seen, tap } from './hands'
import { approveAll } from './holder'
import { li } from './people'
import { Product } from './product'
import { journey } from './steps'
import { CUT_OFF, FRIDAY, MONDAY } from './week'
import { words } from './words'

jest.setTimeout(180_000)

let product: Product
let browser: Browser
let desk: Desk

const { main, guard } = words.zh
const step = journey('desk', () => browser)

beforeAll(async () => {
  product = await Product.start(MONDAY)
  browser = await startBrowser()
  desk = await openDesk(browser, product)
})
afterAll(async () => {
  await browser?.close()
  await product?.dispose()
})

step('the alumnus registers and is approved', async () => {
  await fillForm(desk.alumnus, li)
  await handIn(desk.alumnus, 'zh')
  await product.moveTo(CUT_OFF)
  await approveAll(product)
})

step('the message stands in the desk’s list', async () => {
  await desk.page.getByText('短信', { exact: false }).first().click()
  await desk.page
    .getByText(/8\d{9}/)
    .first()
    .waitFor()
  await desk.page.keyboard.press('Escape')
})

step('the next day the alumnus activates and shows the card', async () => {
  await product.moveTo(startOf(FRIDAY) + 9 * 3_600_000)
  await desk.alumnus.evaluate(() => Reflect.get(globalThis, 'wx').reLaunch({ url: '/alumni/pages/activate/activate' }))
  await activate(desk.alumnus, li)
  await showCard(desk.alumnus, 'zh')
  await desk.alumnus.locator('#code canvas').waitFor()
})

step('the guard’s camera reads the pixels of the alumnus’s screen', async () => {
  await tap(desk.guard, '东大门')
  await tap(desk.guard, guard.point.startAt.replace('{point}', '东大门'))
  await tap(desk.guard, guard.scan.scan)
  await seen(desk.guard, guard.faces.admitted.title).waitFor()
})

step('with the alumnus’s phone offline the code still changes and is still admitted', async () => {
  await desk.alumnus.evaluate(() => Reflect.get(globalThis, 'phoneOnDesk').setOnline(false))
  // Meanwhile the green face has made room for the next one by itself.
  await product.moveTo((await product.now()) + 60_000)
  await tap(desk.guard, guard.scan.scan)
  await seen(desk.guard, guard.faces.admitted.title).waitFor()
  await seen(desk.alumnus, main.card.offline).waitFor()
})
