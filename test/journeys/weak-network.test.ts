/**
 * Every page while the network is lost, cut and back; then what is handed in over a line that swallows answers. Nobody looks at a
 * page that says nothing, nobody has to begin again, nothing happens twice. Pictures: dist/journeys/weak-network.
 */
import fs from 'node:fs'
import path from 'node:path'
import { fillForm } from './alumnus'
import { type Browser, goTo, openPhone, type Page, startBrowser } from './browser'
import { seen, tap } from './hands'
import { settle } from './look-over'
import { li } from './people'
import { Product } from './product'
import { MONDAY } from './week'
import { words } from './words'
import { everyPage, ownerOf, World } from './world'

jest.setTimeout(180_000)

/**
 * What a page does without an answer. asks: it waits, then says so and offers to try again; holds: it waits, then says so above
 * what this phone holds; stored: it shows that at once; still: it needs nothing from anybody to begin with.
 */
type Kind = 'asks' | 'holds' | 'stored' | 'still'
const KINDS: Record<string, Kind> = {
  'pages/home/home': 'stored',
  'pages/card/card': 'asks',
  'alumni/pages/consent/consent': 'still',
  'alumni/pages/form/form': 'still',
  'alumni/pages/timeline/timeline': 'asks',
  'alumni/pages/activate/activate': 'still',
  'alumni/pages/renew/renew': 'still',
  'alumni/pages/help/help': 'still',
  'alumni/pages/privacy/privacy': 'asks',
  'alumni/pages/paper/paper': 'still',
  'alumni/pages/identity/identity': 'still',
  'alumni/pages/library/library': 'still',
  'alumni/pages/visit/visit': 'asks',
  'alumni/pages/day-pass/day-pass': 'stored',
  'staff/pages/dashboard/dashboard': 'holds',
  'staff/pages/invite/invite': 'still',
  'guard/pages/point/point': 'stored',
  'guard/pages/scan/scan': 'stored',
}
const kindOf = (page: string): Kind => KINDS[page] ?? 'asks'

/** Asks WeChat through the office, so it asks again only when somebody taps. */
const MENU = 'staff/pages/menu/menu'

const FOLDER = path.resolve('dist', 'journeys', 'weak-network')
const SHOWN = '.host-page:not([hidden])'
const { main, staff, refusals } = words.zh
const RETRY = new RegExp(`^(${main.common.retry}|${staff.officialMenu.again})$`)

let browser: Browser
let world: World

beforeAll(async () => {
  fs.rmSync(FOLDER, { recursive: true, force: true })
  fs.mkdirSync(FOLDER, { recursive: true })
  browser = await startBrowser()
  world = await World.start(browser)
})
afterAll(async () => {
  await browser?.close()
  await world?.dispose()
})

const line = (phone: Page, to: string) =>
  phone.evaluate((name) => Reflect.get(globalThis, 'phoneOnDesk').setLine(name), to)
const online = (phone: Page, on: boolean) =>
  phone.evaluate((value) => Reflect.get(globalThis, 'phoneOnDesk').setOnline(value), on)
const busy = (phone: Page) => phone.locator(`${SHOWN} [aria-busy="true"]`).locator('visible=true')
const readable = async (phone: Page) => ((await phone.locator(SHOWN).textContent()) ?? '').trim().length

async function picture(phone: Page, page: string, state: string): Promise<void> {
  const name = page.split('/').slice(-1)[0]
  await phone.screenshot({ path: path.join(FOLDER, `${page.split('/')[0]}-${name}-${state}.png`) })
}

/** Goes to a page without waiting for anything to come to rest. Identities are asked for by hand, not by the address. */
async function go(phone: Page, page: string): Promise<void> {
  const address = page === 'alumni/pages/identity/identity' ? page : world.addressOf(page)
  await phone.evaluate((url) => Reflect.get(globalThis, 'wx').reLaunch({ url: `/${url}` }), address)
  await phone.waitForTimeout(500)
}

test('a kind is given to no page that does not exist', () => {
  expect(Object.keys(KINDS).filter((page) => !everyPage.includes(page))).toEqual([])
})

describe('a line that swallows every question, then is cut, then back', () => {
  test.each(everyPage)('%s', async (page) => {
    const openid = ownerOf(page)
    const phone = await world.phoneOf({ openid, lang: 'zh' })
    await world.open(phone, page, 'zh') // what the phone keeps, it keeps from here
    await goTo(phone, world.product, { openid, page: 'alumni/pages/help/help' })
    await phone.locator('html[data-ready]').waitFor()
    await settle(phone)
    await line(phone, 'silent')
    await go(phone, page)
    const kind = kindOf(page)
    const waits = kind === 'asks' || kind === 'holds'
    expect(await busy(phone).count()).toBe(waits ? 1 : 0)
    await picture(phone, page, 'waiting')
    await online(phone, false)
    if (waits) {
      await seen(phone, refusals.offline.say).first().waitFor()
      await seen(phone, refusals.offline.next).first().waitFor()
    }
    if (kind === 'asks') {
      await seen(phone, RETRY).first().waitFor()
    } else {
      await settle(phone)
      expect(await readable(phone)).toBeGreaterThan(20)
    }
    await picture(phone, page, 'offline')
    await line(phone, 'fine')
    await online(phone, true)
    if (page === MENU) {
      await tap(phone, RETRY)
    }
    await settle(phone)
    expect(await seen(phone, refusals.offline.say).count()).toBe(0)
    expect(await busy(phone).count()).toBe(0)
    await picture(phone, page, 'back')
  })
})

describe('what is handed in while answers get lost', () => {
  const { alumni } = words.zh
  let product: Product
  let phone: Page

  beforeAll(async () => {
    product = await Product.start(MONDAY)
    phone = await openPhone(browser, product, { openid: li.openid })
  })
  afterAll(() => product?.dispose())

  /** Taps while answers get lost; the line is fine again when the phone asks what became of it. */
  async function tapOverDeafLine(act: () => Promise<void>, name: string): Promise<void> {
    await line(phone, 'deaf')
    await act()
    await seen(phone, main.line.slow).first().waitFor()
    await picture(phone, name, 'slow')
    await line(phone, 'fine')
  }

  test('a form arrives once; the page says that the line is slow, then where it stands', async () => {
    await fillForm(phone, li)
    await tapOverDeafLine(async () => {
      await tap(phone, alumni.form.submit)
      await phone.locator('.host-request .host-pill-main').click()
    }, 'alumni/pages/form/form')
    await seen(phone, alumni.timeline.heads.submitted).waitFor({ timeout: 30_000 })
    const { application } = (await product.call(li.openid, 'registration', { action: 'status' })).value
    expect(application.stage).toBe('submitted')
  })

  test('a visit is asked for once', async () => {
    const { visit } = alumni
    await goTo(phone, product, { openid: li.openid, page: 'alumni/pages/visit/visit' })
    await phone.locator(`wx-picker[aria-label^="${visit.day}"]`).locator('visible=true').last().click()
    await phone.locator('.host-sheet').getByText('确定', { exact: true }).click()
    await phone.locator('.host-sheet').waitFor({ state: 'detached' })
    await tap(phone, '东大门')
    await tap(phone, visit.reasons.teacher)
    await tapOverDeafLine(() => tap(phone, visit.ask), 'alumni/pages/visit/visit')
    await seen(phone, visit.states.approved).waitFor({ timeout: 30_000 })
    const { visits } = (await product.call(li.openid, 'visitor', { action: 'mine' })).value
    expect(visits).toHaveLength(1)
  })

  test('an application is withdrawn once', async () => {
    const { timeline } = alumni
    await goTo(phone, product, { openid: li.openid, page: 'alumni/pages/timeline/timeline' })
    await tap(phone, timeline.withdraw)
    await tapOverDeafLine(() => tap(phone, timeline.withdrawYes), 'alumni/pages/timeline/timeline')
    await seen(phone, timeline.heads.withdrawn).waitFor({ timeout: 30_000 })
  })
})
