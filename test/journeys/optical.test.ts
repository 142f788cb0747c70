/**
 * The real card page, in both languages, light and dark, seen by a camera and read by two decoders that share no code; what
 * they read opens the gate. How the code itself fares in worse light: test/optical.
 */
import { loadZxing, scanners } from '../optical/scanners'
import { type Browser, goTo, openPhone, type Page, startBrowser } from './browser'
import { giveCard } from './holder'
import { type Box, type Lens, look } from './lens'
import { GUARD, li } from './people'
import { Product } from './product'
import { journey } from './steps'
import { MONDAY } from './week'

jest.setTimeout(300_000)

const MODULES = 49
const QUIET = 4
/** Of the page above and below the code, CSS pixels. */
const MARGIN = 60

let product: Product
let browser: Browser
let phone: Page
let room: Page

const step = journey('optical', () => browser)

beforeAll(async () => {
  loadZxing()
  product = await Product.start(MONDAY)
  browser = await startBrowser()
  phone = await openPhone(browser, product, { openid: li.openid })
  room = await browser.newPage({ viewport: { width: 760, height: 300 } })
})
afterAll(async () => {
  await browser?.close()
  await product?.dispose()
})

/** The part of the screen around the code and where the code stands on it, drawn and not about to change. */
async function shoot(): Promise<{ screenshot: Buffer; code: Box }> {
  const canvas = phone.locator('#code canvas')
  await canvas.waitFor()
  await phone.waitForFunction(() => Date.now() % 10_000 > 1_000 && Date.now() % 10_000 < 7_000)
  const { x = 0, y = 0, width = 0, height = 0 } = (await canvas.boundingBox()) ?? {}
  const clip = { x: 0, y: y - MARGIN, width: 375, height: height + 2 * MARGIN }
  return { screenshot: await phone.screenshot({ clip }), code: { x, y: MARGIN, width, height } }
}

/** The code with `modules` of its quiet zone left. */
function cropped({ x, y, width, height }: Box, modules: number): Box {
  const cut = ((QUIET - modules) * width) / (MODULES + 2 * QUIET)
  return { x: x + cut, y: y + cut, width: width - 2 * cut, height: height - 2 * cut }
}

const lenses: [string, (code: Box) => Lens][] = [
  ['straight', () => ({ width: 375 })],
  ['from further away', () => ({ width: 250 })],
  ['from near', () => ({ width: 700 })],
  ['out of focus', () => ({ width: 500, style: 'filter: blur(1.6px)' })],
  [
    'tilted',
    () => ({ width: 600, style: 'transform: perspective(1400px) rotateY(24deg) rotateX(12deg) rotate(7deg)' }),
  ],
  ['dimmed', () => ({ width: 375, style: 'filter: brightness(0.3)' })],
  ['washed out by the sun', () => ({ width: 375, style: 'filter: contrast(0.35) brightness(1.4)' })],
  ['with half of the quiet zone', (code) => ({ width: 500, visible: cropped(code, 2) })],
  [
    'all at once',
    (code) => ({
      width: 640,
      style: 'filter: blur(1.1px) brightness(0.6); transform: perspective(1400px) rotateY(-15deg) rotate(5deg)',
      visible: cropped(code, 2),
    }),
  ],
]

step('a holder with an active card', async () => {
  await giveCard(product, phone, li)
})

for (const lang of ['zh', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    step(`${lang}, ${theme}: both decoders read the page however it is looked at, and the gate lets in`, async () => {
      await goTo(phone, product, { openid: li.openid, lang, theme, page: 'pages/card/card' })
      const { screenshot, code } = await shoot()
      const text = (await scanners.zxing(await look(room, screenshot, { width: 375 }))) ?? ''
      const question = { action: 'check', text, point: 'gate-east', challenge: null }
      const reply = await product.call(GUARD, 'gate', question)
      expect(reply).toMatchObject({ ok: true, value: { verdict: 'admitted' } })
      for (const [name, lens] of lenses) {
        const picture = await look(room, screenshot, lens(code))
        const read = { zxing: await scanners.zxing(picture), jsqr: await scanners.jsqr(picture) }
        expect([name, read]).toEqual([name, { zxing: text, jsqr: text }])
      }
    })
  }
}
