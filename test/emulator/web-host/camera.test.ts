/** The camera: a code on one phone's canvas is read by another phone, from pixels. */
import type { Frame, Page } from 'playwright-core'
import { CODE_TEXT } from './support/fixture-site'
import { collectErrors, openPhone, startWorld, textOf, type World } from './support/world'

let world: World

beforeAll(async () => {
  world = await startWorld()
}, 60_000)

afterAll(() => world?.stop())

/** Opens the desk and returns the running phones by name. */
async function openDesk(): Promise<{ page: Page; phone(id: string): Promise<Frame>; close(): Promise<void> }> {
  const context = await world.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(world.url)
  const phone = async (id: string) => {
    const handle = await page.locator(`iframe[title="${id}"]`).elementHandle()
    const frame = (await handle!.contentFrame())!
    await frame.locator('html[data-ready]').waitFor({ state: 'attached' })
    return frame
  }
  return { page, phone, close: () => context.close() }
}

const go = (frame: Frame, url: string) => frame.evaluate((to) => (globalThis as any).wx.navigateTo({ url: to }), url)

test('wx.scanCode reads the code that the alumnus’s phone shows', async () => {
  const desk = await openDesk()
  const [alumnus, guard] = [await desk.phone('alumnus'), await desk.phone('guard')]
  await go(alumnus, '/parts/pages/code/code')
  await alumnus.locator('#qr canvas').waitFor()
  await go(guard, '/parts/pages/scan/scan')
  await guard.locator('#scan').click()
  expect(await textOf(guard, '#result', /JSU/)).toBe(CODE_TEXT)
  expect(await guard.locator('.host-viewfinder').count()).toBe(0)
  await desk.close()
}, 40_000)

test('<camera mode="scanCode"> reports it too; nothing is found on a screen without a code', async () => {
  const desk = await openDesk()
  const [alumnus, guard] = [await desk.phone('alumnus'), await desk.phone('guard')]
  await go(guard, '/parts/pages/scan/scan')
  await guard.locator('#live').click()
  await guard.getByRole('button', { name: '同意' }).click()
  await guard.getByText('允许', { exact: true }).click()
  await guard.locator('wx-camera canvas').waitFor()
  await desk.page.waitForTimeout(1200)
  expect(await guard.locator('.host-page:not([hidden]) #result').textContent()).toBe('')
  await go(alumnus, '/parts/pages/code/code')
  expect(await textOf(guard, '#result', /live/)).toBe(`live ${CODE_TEXT}`)
  await desk.close()
}, 40_000)

test('a phone alone: cancelled, or read from a screenshot of another phone', async () => {
  const shown = await openPhone(world, '#parts/pages/code/code')
  await shown.page.locator('#qr canvas').waitFor()
  await shown.page.waitForTimeout(300)
  const buffer = await shown.page.screenshot()
  const scanning = await openPhone(world, '#parts/pages/scan/scan')
  await scanning.page.locator('#scan').click()
  await scanning.page.locator('.host-viewfinder-back').click()
  expect(await textOf(scanning.page, '#result', /fail/)).toBe('scanCode:fail cancel')
  await scanning.page.locator('#scan').click()
  await scanning.page
    .locator('.host-viewfinder input[type=file]')
    .setInputFiles({ name: 'screen.png', mimeType: 'image/png', buffer })
  expect(await textOf(scanning.page, '#result', /JSU/)).toBe(CODE_TEXT)
  await shown.close()
  await scanning.close()
}, 40_000)

test('the camera declined: <camera> reports the documented error', async () => {
  const phone = await openPhone(world, '#parts/pages/scan/scan')
  await phone.page.locator('#live').click()
  await phone.page.getByText('同意', { exact: true }).click()
  await phone.page.getByText('拒绝', { exact: true }).click()
  expect(await textOf(phone.page, '#result', /insert/)).toBe('insertCamera:fail auth deny')
  await phone.close()
})

test('the desk: clock, messages, offline, language, theme, wipe', async () => {
  const desk = await openDesk()
  const errors = collectErrors(desk.page)
  const alumnus = await desk.phone('alumnus')
  const before = await alumnus.evaluate(() => Date.now())
  await desk.page.getByRole('button', { name: '+1 天' }).click()
  await alumnus.waitForFunction((past) => Date.now() - past > 86_000_000, before)
  world.cloud.world.messages.record({
    at: world.cloud.world.clock.now(),
    channel: 'sms',
    to: '+8613800000001',
    template: 't',
    params: [],
    text: '您的申请已通过',
  })
  await desk.page.locator('.banner', { hasText: '您的申请已通过' }).waitFor()
  await desk.page.getByRole('button', { name: /短信/ }).click()
  await desk.page.locator('.bubble', { hasText: '您的申请已通过' }).waitFor()
  await desk.page.locator('.icon-button[title^="网络"]').first().click()
  expect(await alumnus.evaluate(async () => (await (globalThis as any).wx.getNetworkType()).networkType)).toBe('none')
  await desk.page.getByRole('button', { name: 'Switch this page to English' }).click()
  await desk.page.getByText('Three phones').waitFor()
  await alumnus.evaluate(() => (globalThis as any).wx.setStorageSync('k', 1))
  await desk.page.locator('.menu:not(.official) summary').first().click()
  await desk.page.getByRole('button', { name: 'Wipe this phone' }).first().click()
  const anew = await desk.phone('alumnus')
  await anew.waitForFunction(() => (globalThis as any).wx?.getStorageSync('k') === '')
  expect(errors).toEqual([])
  await desk.close()
}, 40_000)
