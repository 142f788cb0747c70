/** The looking over itself: each fault that it looks for is planted on a page where nothing is wrong, and is found. */
import { type Browser, openPhone, type Page, startBrowser } from './browser'
import { clipped, openPage, smallTargets, violations } from './look-over'
import { Product } from './product'
import { MONDAY } from './week'

jest.setTimeout(120_000)

let product: Product
let browser: Browser
let phone: Page

beforeAll(async () => {
  product = await Product.start(MONDAY)
  browser = await startBrowser()
  phone = await openPhone(browser, product, { openid: 'o-chen-jing' })
  await openPage(phone, 'alumni/pages/help/help')
})
afterAll(async () => {
  await browser?.close()
  await product?.dispose()
})

/** Puts something at the end of the page, looks, and takes it away again. */
async function planted<T>(html: string, look: (phone: Page) => Promise<T>): Promise<T> {
  const place = (text: string) =>
    phone.evaluate((content) => {
      document.querySelector('#planted')?.remove()
      const fault = document.createElement('div')
      fault.id = 'planted'
      fault.innerHTML = content
      document.querySelector('.host-page:not([hidden]) .page')?.append(fault)
    }, text)
  await place(html)
  const found = await look(phone)
  await place('')
  return found
}

test('on a page where nothing is wrong it finds nothing', async () => {
  expect([await clipped(phone), await smallTargets(phone), await violations(phone)]).toEqual([[], [], []])
})

test.each([
  ['a line that its own box cuts off', 'width:60px;white-space:nowrap;overflow:hidden'],
  ['lines that a low box cuts off', 'width:60px;height:20px;overflow:hidden'],
  ['a line that leaves the screen', 'white-space:nowrap;width:900px'],
  ['words that begin before the screen does', 'margin-left:-90px'],
])('%s', async (_, style) => {
  const words = 'These words are longer than the room that they are given here, and nobody could read their end'
  expect(await planted(`<div style="${style}">${words}</div>`, clipped)).toEqual([
    expect.stringContaining('These words'),
  ])
})

test('words whose own box is large enough, and one around it is not', async () => {
  const inner = '<div style="height:80px"><p style="margin:50px 0 0">Further down</p></div>'
  expect(await planted(`<div style="height:40px;overflow:hidden">${inner}</div>`, clipped)).toEqual([
    expect.stringContaining('Further down'),
  ])
})

test('what scrolls on purpose, and what ends in dots on purpose, is let be', async () => {
  const long = '<p style="white-space:nowrap;width:900px">On and on and on</p>'
  expect(
    await planted(`<wx-scroll-view style="overflow:hidden;display:block">${long}</wx-scroll-view>`, clipped),
  ).toEqual([])
  const dots = 'overflow:hidden;text-overflow:ellipsis;white-space:nowrap;width:40px'
  expect(await planted(`<p style="${dots}">On and on and on</p>`, clipped)).toEqual([])
})

test('a button too small for a thumb', async () => {
  const button = '<div role="button" aria-label="x" style="width:60px;height:30px">x</div>'
  expect(await planted(button, smallTargets)).toEqual([expect.stringMatching(/^60×30/)])
})

test('grey words on white, and a button without a name', async () => {
  const faults = '<p style="color:#bbb;background:#fff">Hard to read</p><div role="button" tabindex="0"></div>'
  const found = await planted(faults, violations)
  expect(found).toEqual(
    expect.arrayContaining([expect.stringMatching(/^color-contrast/), expect.stringMatching(/^aria-command-name/)]),
  )
})
