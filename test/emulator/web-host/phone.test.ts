/** One phone in a real browser: what WeChat promises to pages, checked on the fixture's own pages. */
import { eventually, openPhone, type Phone, startWorld, textOf, type World } from './support/world'

let world: World
let phone: Phone

beforeAll(async () => {
  world = await startWorld()
}, 60_000)

afterAll(() => world?.stop())

const open = async (address: string) => {
  phone = await openPhone(world, address)
  return phone.page
}

afterEach(async () => {
  await phone?.close()
})

const trace = () => phone.page.evaluate(() => (globalThis as any).getApp().trace as string[])
const style = (selector: string, property: string) =>
  phone.page
    .locator(selector)
    .first()
    .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property)

test('a form page: input, two-way binding, label, radio, switch, pickers, WXS, cloud function', async () => {
  const page = await open('?openid=o-form#pages/home/index')
  await page.locator('#name input').fill('李明')
  await page.locator('#phone input').fill('13800000000')
  await page.getByText('01 证件').click()
  await page.getByText('乙', { exact: true }).click()
  await page.locator('#agree').click()
  await page.locator('#site').click()
  await page.locator('.host-wheel').getByText('南门').click()
  await page.locator('.host-wheel [aria-selected=true]', { hasText: '南门' }).waitFor()
  await page.getByText('确定', { exact: true }).click()
  await page.locator('#date').click()
  await page.locator('.host-wheel').getByText('03日').click()
  await page.locator('.host-wheel [aria-selected=true]', { hasText: '03日' }).waitFor()
  await page.getByText('确定', { exact: true }).click()
  expect(await textOf(page, '#summary', /2026\.12\.03/)).toBe('李明|13800000000|s|2026.12.03|a,b|乙|true|list')
  await page.locator('#submit').click()
  expect(JSON.parse(await textOf(page, '#result', /said/))).toMatchObject({ name: '李明', said: 'echo' })
  expect(phone.errors).toEqual([])
})

test('a disabled button does not tap', async () => {
  const page = await open('#pages/home/index')
  await page.locator('#submit').click()
  expect(await page.locator('#result').textContent()).toBe('')
})

test('page lifetimes, raw query values, capture, catch, bubbling, marks and long press', async () => {
  const page = await open('#pages/home/index')
  await page.getByText('单元格').click()
  await page.locator('#log').waitFor({ state: 'attached' })
  await eventually(trace, (found) => expect(found).toEqual(expect.arrayContaining(['show', 'ready', 'image 40x80'])))
  expect((await trace()).slice(0, 3)).toEqual(['load 1%202 x=y', 3, 'show'])
  expect(await page.locator('#hello').textContent()).toBe('你好 人')
  expect(await page.locator('#included').textContent()).toBe('包含 无')
  await page.locator('#caught').click()
  expect(await textOf(page, '#log', /caught/)).toContain('caught')
  await page.locator('#bubbles').click()
  expect(await textOf(page, '#log', /outer/)).toContain('7 {"m":"1"}')
  await page.locator('#captured').click()
  await textOf(page, '#log', /capture/)
  await page.locator('#hover').hover()
  await page.mouse.down()
  await textOf(page, '#log', /long/)
  expect(await style('#hover', 'background-color')).toBe('rgb(1, 2, 3)')
  await page.mouse.up()
  await page.locator('#host-back').click()
  await eventually(trace, (found) => expect(found).toContain('unload'))
})

test('forms: submit collects every kind of field, reset empties them', async () => {
  const page = await open('#parts/pages/kit/kit')
  await page.locator('#submit').click()
  const log = await textOf(page, '#log', /form/)
  expect(log).toContain('"value":{"a":"一","b":true,"c":["x"],"d":"p","s":30,"t":"09:30"}')
  await page.locator('#reset').click()
  await eventually(
    () => page.locator('#field input').inputValue(),
    (value) => expect(value).toBe(''),
  )
})

test('built-in components: sizes, swiper, wheels, rich text, image, scroll, portal', async () => {
  const page = await open('#parts/pages/kit/kit')
  const box = async (selector: string) => {
    const { width, height } = (await page.locator(selector).boundingBox())!
    return [width.toFixed(1), height.toFixed(1)]
  }
  expect(await box('#rpx')).toEqual(['37.5', '5.0'])
  expect(await box('#image')).toEqual(['50.0', '100.0'])
  expect(await page.locator('#swiper').evaluate((node) => Math.round(node.scrollLeft / node.clientWidth))).toBe(1)
  expect(await page.locator('#rich').innerHTML()).toBe('<p style="color:rgb(9,8,7)">富<b>文本</b></p>')
  expect(await page.locator('#nodes').textContent()).toBe('节<点')
  await page
    .locator('#wheels wx-picker-view-column')
    .first()
    .evaluate((node) => node.scrollTo({ top: 34 * 3 }))
  expect(await textOf(page, '#log', /wheels/)).toContain('{"value":[3,0]}')
  await page.locator('#scroll').evaluate((node) => node.scrollTo({ top: 400 }))
  await textOf(page, '#log', /lower/)
  expect(await page.locator('.obj').allTextContents()).toEqual(['a=1', 'b=2'])
  expect(await page.locator('#portal').evaluate((node) => node.closest('[popover]')!.matches(':popover-open'))).toBe(
    true,
  )
})

test('pickers: time, and several columns', async () => {
  const page = await open('#parts/pages/kit/kit')
  await page.locator('#time').click()
  await page.getByText('确定', { exact: true }).click()
  expect(await textOf(page, '#log', /time/)).toContain('{"value":"09:30"}')
  await page.locator('#multi').click()
  await page.locator('.host-wheel').nth(1).getByText('d').click()
  await page.locator('.host-wheel').nth(1).locator('[aria-selected=true]', { hasText: 'd' }).waitFor()
  await page.getByText('确定', { exact: true }).click()
  expect(await textOf(page, '#log', /multi/)).toContain('{"value":[0,1]}')
})

test('styles: isolation, :host, shared classes, page sheets only on top', async () => {
  const page = await open('#pages/home/index')
  expect(await style('.host-page:not([hidden]) .card', 'border-left-width')).toBe('3px')
  await page.locator('#host-tabs button').nth(1).click()
  await page.locator('item-card').first().waitFor()
  expect(await style('item-card', 'display')).toBe('block')
  expect(await style('item-card [class*="--card"]', 'border-top-color')).toBe('rgb(1, 2, 3)')
  expect(await style('item-card [class*="--card"]', 'border-top-left-radius')).toBe('20px')
  expect(await style('#head', 'outline-style')).toBe('none')
  expect(await style('.inside', 'color')).toBe('rgb(7, 8, 9)')
  await page.locator('#host-tabs button').nth(0).click()
  expect(await page.locator('style').evaluateAll((all) => all.filter((one) => !(one as any).disabled).length)).toBe(1)
})

test('components: events, slots, page lifetimes; a tab page keeps its state', async () => {
  const page = await open('#pages/list/index')
  await page.getByText('完成').nth(1).click()
  expect(await page.locator('#last').textContent()).toBe('done k2')
  await page.getByText('第一 内').click()
  expect(await page.locator('#last').textContent()).toBe('inside k1')
  await page.locator('#host-tabs button').nth(0).click()
  await page.locator('#name').waitFor()
  await eventually(trace, (found) => expect(found).toContain('hidden 第一'))
  await page.locator('#host-tabs button').nth(1).click()
  expect(await page.locator('#last').textContent()).toBe('inside k1')
  await page.locator('#clear').click()
  await page.getByText('确定', { exact: true }).click()
  await page.locator('#empty').waitFor()
})

test('routes that WeChat refuses are refused in its words', async () => {
  const page = await open('#pages/home/index')
  const refusal = (call: string, url: string) =>
    page.evaluate(
      ([name, to]) =>
        (globalThis as any).wx[name!]({ url: to })
          .then(({ errMsg }: any) => ({ errMsg }))
          .catch((error: any) => error.errMsg),
      [call, url],
    )
  expect(await refusal('navigateTo', '/pages/list/index')).toBe('navigateTo:fail can not navigateTo a tabbar page')
  expect(await refusal('navigateTo', '/pages/none')).toBe('navigateTo:fail page "pages/none" is not found')
  expect(await refusal('switchTab', '/parts/pages/kit/kit')).toBe('switchTab:fail can not switch to no-tabBar page')
  for (let depth = 1; depth < 10; depth++)
    expect(await refusal('navigateTo', '/parts/pages/scan/scan')).toMatchObject({ errMsg: 'navigateTo:ok' })
  expect(await refusal('navigateTo', '/parts/pages/scan/scan')).toBe('navigateTo:fail webview count limit exceed')
})

test('dark theme and English come from the phone, not from the computer', async () => {
  const page = await open('?theme=dark&lang=en#pages/home/index')
  expect(await style('.host-page:not([hidden]) wx-page', 'background-color')).toBe('rgb(17, 17, 17)')
  const base = await page.evaluate(() => (globalThis as any).wx.getAppBaseInfo())
  expect([base.language, base.theme]).toEqual(['en', 'dark'])
  await page.evaluate(() => (globalThis as any).phoneOnDesk.setTheme('light'))
  expect(await style('.host-page:not([hidden]) wx-page', 'background-color')).toBe('rgb(244, 245, 246)')
  await page.locator('#site').click()
  await page.getByText('OK', { exact: true }).click()
})

test('an API that the host has not got fails loudly, by name', async () => {
  const page = await open('#parts/pages/device/device')
  await page.locator('#missing').click()
  expect(await textOf(page, '#log', /wx\./)).toContain('wx.startBeaconDiscovery is not available in the web host')
})

test('scripts see no browser around them', async () => {
  const page = await open('#pages/home/index')
  expect(await page.evaluate(() => (globalThis as any).getApp().surroundings)).toEqual([])
})

test('pulling a page down refreshes it', async () => {
  const page = await open('#pages/home/index')
  await page.mouse.move(180, 140)
  await page.mouse.down()
  await page.mouse.move(180, 320, { steps: 8 })
  await page.mouse.up()
  expect(await textOf(page, '#result', /refreshed/)).toBe('refreshed')
})

test('the capsule’s menu forwards the page’s own card', async () => {
  const page = await open('#pages/home/index')
  await page.locator('#host-capsule button').first().click()
  await page.getByText('转发给朋友').click()
  await page.getByText('样例卡片').waitFor()
  await page.getByText('发送', { exact: true }).click()
  await page.getByText('已发送').waitFor()
})
