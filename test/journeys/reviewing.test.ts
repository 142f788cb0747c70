/**
 * A reviewing afternoon in Chromium: two reviewers at once who never meet, one of them with a keyboard, photos turned, slips
 * undone one by one and several at once, somebody found by name, and at the end the way on to closing the round.
 */

import { handInSeveral } from './applications'
import { type Browser, openPhone, type Page, startBrowser } from './browser'
import { seen, tap } from './hands'
import { REVIEWER } from './people'
import { Product, until } from './product'
import { journey } from './steps'
import { CUT_OFF, MONDAY } from './week'
import { words } from './words'

jest.setTimeout(180_000)

const SECOND_REVIEWER = 'o-sun-lei'
const QUEUE = 'staff/pages/queue/queue'
const NAMES = ['王一', '王二', '李三', '李四', '张五', '张六', '赵七', '赵八'] as const

let product: Product
let browser: Browser
let zhou: Page
let sun: Page

const { queue, application, reasons, search, viewer, ownDecisions } = words.zh.staff
const step = journey('reviewing', () => browser)
const shown = (phone: Page) => phone.locator('.person .name').locator('visible=true').textContent()
const back = (phone: Page) => phone.evaluate(() => Reflect.get(globalThis, 'wx').navigateBack())
const counts = async () => {
  const reply = await product.call(REVIEWER, 'review', { action: 'counts' })
  return reply.value.counts
}

beforeAll(async () => {
  product = await Product.start(MONDAY)
  await handInSeveral(product, NAMES)
  await product.moveTo(CUT_OFF)
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.dispose()
})

step('two reviewers begin at once and get different applications', async () => {
  zhou = await openPhone(browser, product, { openid: REVIEWER, page: QUEUE })
  sun = await openPhone(browser, product, { openid: SECOND_REVIEWER, page: QUEUE })
  await Promise.all([tap(zhou, queue.start), tap(sun, queue.start)])
  await Promise.all([zhou, sun].map((phone) => seen(phone, application.approve).waitFor()))
  expect(await shown(zhou)).not.toBe(await shown(sun))
})

step('a photo is turned and closed again by keys', async () => {
  await zhou.keyboard.press('z')
  await seen(zhou, viewer.turn).waitFor()
  await zhou.keyboard.press('r')
  await zhou.locator('.photo[style*="rotate(90deg)"]').waitFor()
  await zhou.keyboard.press('Escape')
  await seen(zhou, viewer.turn).waitFor({ state: 'detached' })
})

step('one decides with the keyboard, and takes the last one back', async () => {
  const first = (await shown(zhou)) ?? ''
  await zhou.keyboard.press('a')
  await seen(zhou, application.last.approve.replace('{name}', first)).waitFor()
  expect(await shown(zhou)).not.toBe(first)
  await zhou.keyboard.press('u')
  await until(async () => (await shown(zhou)) === first)
  await zhou.keyboard.press('2')
  await seen(zhou, application.sheet.returnHead).waitFor()
  await zhou.keyboard.press('1')
  await seen(zhou, application.last.return.replace('{name}', first)).waitFor()
})

step('the other decides with the thumb: a reason is one tap', async () => {
  const first = (await shown(sun)) ?? ''
  await tap(sun, application.reject)
  await tap(sun, reasons.not_found_in_archive)
  await seen(sun, application.last.reject.replace('{name}', first)).waitFor()
  // The next one is on the screen before the decision was answered.
  await until(async () => (await counts()).undecided === 6)
  expect(await counts()).toMatchObject({ return: 1, reject: 1 })
})

step('what one has in hand the other sees in the list, and cannot decide', async () => {
  const held = (await shown(sun)) ?? ''
  await back(zhou)
  await seen(zhou, search.held.other.replace('{name}', '孙磊')).first().waitFor()
  await tap(zhou, held)
  await seen(zhou, /孙磊正在审核/).waitFor()
  expect(await seen(zhou, application.approve).count()).toBe(0)
  await back(zhou)
})

step('somebody is found by the beginning of a name', async () => {
  const field = zhou.locator(`input[aria-label="${search.label}"]`)
  await field.fill('李')
  await field.press('Enter')
  await seen(zhou, search.found.replace('{count}', '2')).waitFor()
  await zhou.locator(`[aria-label="${search.clear}"]`).click()
  await seen(zhou, queue.resume).waitFor()
})

step('both go on until nothing is left; the way leads on to closing', async () => {
  await tap(zhou, queue.resume)
  for (let left = 6; left > 0; left = (await counts()).undecided) {
    for (const phone of [zhou, sun]) {
      const approve = seen(phone, application.approve)
      if (await approve.count()) {
        await approve.last().click()
        await phone.waitForTimeout(500)
      }
    }
    for (const again of [seen(zhou, application.lookAgain), seen(sun, application.lookAgain)]) {
      if (await again.count()) {
        await again.last().click()
      }
    }
  }
  await Promise.all([zhou, sun].map((phone) => seen(phone, application.toQueue).waitFor()))
  expect(await counts()).toMatchObject({ undecided: 0, approve: 6, return: 1, reject: 1 })
})

step('a slip is undone several at once; a colleague’s decisions stay', async () => {
  await tap(sun, application.toQueue)
  await tap(sun, words.zh.staff.menu.decisions)
  await tap(sun, ownDecisions.chooseLast)
  await sun.locator('.dock t-button, .dock .t-button').last().click()
  await tap(sun, ownDecisions.askYes)
  await seen(sun, ownDecisions.none).waitFor()
  const after = await counts()
  expect(after.undecided).toBeGreaterThan(0)
  expect(after.return).toBe(1)
})
