/**
 * A visit while the card is not there yet: an applicant books today, shows the day pass with no network, a guard's phone that is
 * offline as well lets the visitor in; cancelled, the same pass is refused. Staff decide where the office wants them to.
 */
import { handInSeveral } from './applications'
import { type Browser, goTo, openPhone, type Page, startBrowser } from './browser'
import { seen, tap, type } from './hands'
import { GUARD, REVIEWER } from './people'
import { Product } from './product'
import { journey } from './steps'
import { MONDAY } from './week'
import { words } from './words'

jest.setTimeout(180_000)

let product: Product
let browser: Browser
let visitor: Page
let guardPhone: Page

const VISITOR = 'o-alumnus-1'
const GATE = '东大门'
const { main, alumni, guard, staff } = words.zh
const { visit, dayPass } = alumni
const step = journey('visitor', () => browser)

beforeAll(async () => {
  product = await Product.start(MONDAY)
  browser = await startBrowser()
  await handInSeveral(product, ['李晓明', '王芳'])
})
afterAll(async () => {
  await browser?.close()
  await product?.dispose()
})

const setOnline = (phone: Page, online: boolean) =>
  phone.evaluate((on) => Reflect.get(globalThis, 'phoneOnDesk').setOnline(on), online)

/** The guard's camera sees the visitor's screen. */
async function scan(verdict: string): Promise<void> {
  await goTo(guardPhone, product, { openid: GUARD, page: 'guard/pages/scan/scan' })
  await scanHere(verdict)
}

async function scanHere(verdict: string): Promise<void> {
  await tap(guardPhone, guard.scan.scan)
  const picture = { name: 'screen.png', mimeType: 'image/png', buffer: await visitor.screenshot() }
  await guardPhone.locator('.host-source-upload input').setInputFiles(picture)
  await seen(guardPhone, verdict).waitFor()
}

/** Opens the wheel of the day and takes the first day that there is. */
async function chooseToday(phone: Page): Promise<void> {
  await phone.locator(`wx-picker[aria-label^="${visit.day}"]`).locator('visible=true').last().click()
  await phone.locator('.host-sheet').getByText('确定', { exact: true }).click()
  await phone.locator('.host-sheet').waitFor({ state: 'detached' })
}

step('who waits books today in a few taps, without typing who they are', async () => {
  visitor = await openPhone(browser, product, { openid: VISITOR })
  await tap(visitor, main.home.links.visit)
  await seen(visitor, visit.head).waitFor()
  await chooseToday(visitor)
  await tap(visitor, GATE)
  await tap(visitor, visit.reasons.teacher)
  await tap(visitor, visit.ask)
  await seen(visitor, visit.states.approved).waitFor()
})

step('the day pass is there with no network, and names the day and whose it is', async () => {
  guardPhone = await openPhone(browser, product, { openid: GUARD, page: 'guard/pages/point/point' })
  await tap(guardPhone, GATE)
  await tap(guardPhone, guard.point.startAt.replace('{point}', GATE))
  await seen(guardPhone, guard.scan.scan).waitFor()
  await setOnline(visitor, false)
  await tap(visitor, visit.show)
  await visitor.locator('#code canvas').waitFor()
  await seen(visitor, dayPass.kind).last().waitFor()
  await seen(visitor, '李*明').waitFor()
})

step('a guard without a network lets the visitor in, and sees that it is one', async () => {
  await setOnline(guardPhone, false)
  await scanHere(guard.faces.admitted.title)
  await seen(guardPhone, new RegExp(`^${guard.scan.face.classes.visitor}`)).waitFor()
  await setOnline(guardPhone, true)
})

step('cancelled elsewhere, the code that is still on the screen is refused', async () => {
  const { value } = await product.call(VISITOR, 'visitor', { action: 'mine' })
  const [{ id }] = value.visits
  await product.moveTo((await product.now()) + 20_000)
  expect(await product.call(VISITOR, 'visitor', { action: 'cancel', id })).toMatchObject({ ok: true })
  await scan(guard.faces.revoked.title)
})

step('staff decide where the office wants them to, and the visitor reads why not', async () => {
  const { value } = await product.call('o-wu-fang', 'office', { action: 'readSettings' })
  const settings = { ...value.settings, visitsByRule: 0 }
  await product.call('o-wu-fang', 'office', { action: 'writeSettings', settings, version: value.version })
  await goTo(visitor, product, { openid: 'o-alumnus-2', page: 'alumni/pages/visit/visit' })
  await chooseToday(visitor)
  await tap(visitor, GATE)
  await tap(visitor, visit.reasons.other)
  await type(visitor, visit.note, '取成绩单')
  await tap(visitor, visit.ask)
  await seen(visitor, visit.states.waiting).waitFor()
  const reviewer = await openPhone(browser, product, { openid: REVIEWER, page: 'staff/pages/visitors/visitors' })
  await seen(reviewer, '取成绩单').waitFor()
  await tap(reviewer, staff.visitors.refuse)
  await tap(reviewer, staff.visitors.refusals.full)
  await tap(reviewer, staff.visitors.confirm)
  await seen(reviewer, staff.visitors.none.waiting).waitFor()
  await goTo(visitor, product, { openid: 'o-alumnus-2', page: 'alumni/pages/visit/visit' })
  await seen(visitor, visit.refusals.full).waitFor()
})
