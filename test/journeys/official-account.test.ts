/**
 * The official account from end to end: an admin publishes the menu on the staff's page, an alumnus follows the account on the
 * desk and opens the card from its menu, the card page says since when it is bound, and unbinding asks first.
 */
import { type Browser, goTo, openPhone, type Page, startBrowser } from './browser'
import { type Desk, openDesk } from './desk'
import { seen, tap } from './hands'
import { giveCard } from './holder'
import { ADMIN, li } from './people'
import { Product } from './product'
import { journey } from './steps'
import { MONDAY } from './week'
import { words } from './words'

jest.setTimeout(240_000)

let product: Product
let browser: Browser
let desk: Desk
let admin: Page

const ENTRY = '我的校友卡'
const { main, staff, refusals } = words.zh
const step = journey('official-account', () => browser)
const panel = () => desk.page.locator('.official').first()
const bound = main.official.bound.replace('{account}', '江苏大学')

beforeAll(async () => {
  product = await Product.start(MONDAY)
  browser = await startBrowser()
  desk = await openDesk(browser, product)
})
afterAll(async () => {
  await browser?.close()
  await product?.dispose()
})

step('an alumnus has a card and reads how to bind it', async () => {
  await giveCard(product, desk.alumnus, li)
  await seen(desk.alumnus, main.official.steps[0]!.replace('{account}', '江苏大学')).waitFor()
})

step('an admin sees what would change and publishes the menu', async () => {
  admin = await openPhone(browser, product, { openid: ADMIN, page: 'staff/pages/menu/menu' })
  await seen(admin, '访客预约').waitFor()
  await seen(admin, ENTRY).waitFor()
  const before = (await product.get('official')).menu
  await tap(admin, staff.officialMenu.publish)
  await seen(admin, staff.officialMenu.confirm).waitFor()
  await tap(admin, staff.officialMenu.publish)
  await seen(admin, staff.officialMenu.done).waitFor()
  const [home, service] = (await product.get('official')).menu
  expect(home).toEqual(before[0])
  expect(service.sub_button.map(({ name }: { name: string }) => name)).toEqual(['访客预约', ENTRY])
})

step('the alumnus follows the account, is welcomed, and the menu opens the card', async () => {
  await panel().locator('summary').click()
  await panel().getByText('关注', { exact: true }).click()
  await panel().getByText('My Alumni Card', { exact: false }).waitFor()
  await panel().getByRole('button', { name: ENTRY }).click()
  await desk.alumnus.locator('#code canvas').waitFor()
  await seen(desk.alumnus, bound).waitFor()
})

step('unbinding asks first; keeping it keeps it', async () => {
  await tap(desk.alumnus, main.official.unbind)
  await seen(desk.alumnus, main.official.unbindHead).waitFor()
  await tap(desk.alumnus, main.official.keep)
  await seen(desk.alumnus, main.official.unbindHead).waitFor({ state: 'hidden' })
  await seen(desk.alumnus, bound).waitFor()
})

step('unbound, the card still shows its code, and one tap binds again', async () => {
  await tap(desk.alumnus, main.official.unbind)
  await desk.alumnus.getByRole('dialog').getByText(main.official.unbind, { exact: true }).click()
  await tap(desk.alumnus, main.official.bind)
  await seen(desk.alumnus, bound).waitFor()
  await desk.alumnus.locator('#code canvas').waitFor()
})

step('who stops following is unbound', async () => {
  await product.post('official/unfollow', { openid: li.openid })
  const phone = await openPhone(browser, product, { openid: li.openid })
  const { official } = (await product.call(li.openid, 'binding', { action: 'status' })).value
  expect(official).toEqual({ state: 'open', follows: false })
  await phone.context().close()
})

step('a menu that somebody else changed meanwhile is not overwritten', async () => {
  await product.post('official/menu', { button: [{ type: 'view', name: '首页', url: 'https://example.org/' }] })
  await goTo(admin, product, { openid: ADMIN, page: 'staff/pages/menu/menu' })
  await seen(admin, staff.officialMenu.publish).waitFor()
  await product.post('official/menu', { button: [{ type: 'view', name: '新闻', url: 'https://example.org/' }] })
  await tap(admin, staff.officialMenu.publish)
  await seen(admin, staff.officialMenu.confirm).waitFor()
  await tap(admin, staff.officialMenu.publish)
  await seen(admin, refusals.menu_changed.say).waitFor()
  expect((await product.get('official')).menu.map(({ name }: { name: string }) => name)).toEqual(['新闻'])
})
