/** TDesign, the component library that the product uses: its components work unmodified. */
import { openPhone, type Phone, startWorld, textOf, type World } from './support/world'

let world: World
let phone: Phone

beforeAll(async () => {
  world = await startWorld()
}, 60_000)

afterAll(() => world?.stop())
afterEach(() => phone?.close())

const open = async () => {
  phone = await openPhone(world, '#parts/pages/td/td')
  return phone.page
}

test('input, switch, checkbox, tag, steps', async () => {
  const page = await open()
  await page.locator('wx-input input').fill('李')
  expect(await textOf(page, '#log', /input/)).toContain('"value":"李"')
  await page.locator('[class*="t-switch__body"]').first().click()
  expect(await textOf(page, '#log', /switch/)).toContain('"value":false')
  await page.getByText('单独').click()
  expect(await textOf(page, '#log', /solo/)).toContain('"checked":true')
  expect(await page.locator('wx-view[class*="t-tag"]').first().textContent()).toBe('标签')
  expect(await page.getByText(/申请|审批/).count()).toBe(2)
})

test('popup opens and closes by its overlay', async () => {
  const page = await open()
  await page.getByText('弹层', { exact: true }).click()
  await page.locator('#popin').waitFor()
  await page
    .locator('[class*="t-overlay"]')
    .last()
    .click({ position: { x: 50, y: 50 } })
  await page.locator('#popin').waitFor({ state: 'hidden' })
})

test('dialog, toast', async () => {
  const page = await open()
  await page.getByText('对话', { exact: true }).click()
  await page.getByText('好的').click()
  await page.getByText('确定吗').waitFor({ state: 'hidden' })
  await page.getByText('轻提示', { exact: true }).click()
  await page.getByText('轻轻提示').waitFor()
})

test('picker and date picker by dragging', async () => {
  const page = await open()
  await page.getByText('选择', { exact: true }).click()
  const row = page.getByText('上海').first()
  await row.waitFor()
  await page.waitForTimeout(500)
  const box = (await row.boundingBox())!
  await page.mouse.move(box.x + 10, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + 10, box.y - 32, { steps: 6 })
  await page.mouse.up()
  await page.waitForTimeout(600)
  await page.getByText('确认').first().click()
  expect(await textOf(page, '#log', /picker/)).toContain('sh')
  await page.getByText('日期', { exact: true }).click()
  await page.waitForTimeout(600)
  await page.getByText('确定', { exact: true }).last().click()
  expect(await textOf(page, '#log', /when/)).toContain('2026-12-01')
})
