/**
 * The library's digital resources from the card: the holder taps one, the link lies in the clipboard, the library's door (the
 * example) lets it in once and learns no name and no number. Somebody without a card is told what to do first.
 */
import { university } from '../../domain/university'
import { LibraryDoor } from '../cloudfunctions/harness/library'
import { type Browser, openPhone, type Page, startBrowser } from './browser'
import { seen, tap } from './hands'
import { giveCard } from './holder'
import { amara, li } from './people'
import { Product } from './product'
import { journey } from './steps'
import { MONDAY } from './week'
import { words } from './words'

jest.setTimeout(240_000)

const LIBRARY = 'alumni/pages/library/library'
const { main, alumni, refusals } = words.zh
const { library: t } = alumni
const [cnki, , webOfScience] = university.library.resources
let product: Product
let browser: Browser
let phone: Page
let door: LibraryDoor
let number: string
const step = journey('library', () => browser)

beforeAll(async () => {
  product = await Product.start(MONDAY)
  browser = await startBrowser()
  phone = await openPhone(browser, product, { openid: li.openid })
  number = await giveCard(product, phone, li)
  const issuer = { now: await product.now(), cloud: { url: product.url } }
  const names = { ISSUER: `${product.url}/http/library`, AUDIENCE: 'http://127.0.0.1:8090' }
  door = await new LibraryDoor(issuer, names).open()
})
afterAll(async () => {
  await door?.close()
  await browser?.close()
  await product?.dispose()
})

/** Taps a resource and waits for its link. */
async function linkTo(resource: (typeof university.library.resources)[number] | undefined): Promise<string> {
  const name = resource?.name.zh ?? ''
  await tap(phone, name)
  await seen(phone, t.ready.replace('{name}', name)).waitFor()
  return phone.evaluate(async () => (await Reflect.get(globalThis, 'wx').getClipboardData()).data)
}

step('from the card one tap leads to the resources, and another copies a link that says for how long', async () => {
  await tap(phone, main.card.library)
  await seen(phone, t.head).waitFor()
  const link = await linkTo(cnki)
  await seen(phone, new RegExp(t.left.replace('{seconds}', '1[012]\\d'))).waitFor()
  expect(new URL(link).searchParams.get('ticket')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
  for (const secret of [number, li.document.number, li.phone.number, encodeURIComponent(li.name)]) {
    expect(link).not.toContain(secret)
  }
})

step('the door lets it in once, to where the reader wants to go', async () => {
  const link = await linkTo(cnki)
  expect(await door.enter(link)).toEqual({ status: 303, location: cnki?.target, refusal: null })
  expect(await door.enter(link)).toEqual({ status: 403, location: null, refusal: 'TICKET_USED' })
  expect(door.said).not.toContain(number)
})

step('a link that somebody has altered is refused', async () => {
  const link = new URL(await linkTo(cnki))
  const [head, body = '', signature] = (link.searchParams.get('ticket') ?? '').split('.')
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
  const other = Buffer.from(JSON.stringify({ ...claims, target: 'https://elsewhere.example/' })).toString('base64url')
  link.searchParams.set('ticket', `${head}.${other}.${signature}`)
  expect(await door.enter(link.href)).toMatchObject({ status: 403, location: null })
})

step('a resource behind EZproxy gets EZproxy’s own link', async () => {
  const link = new URL(await linkTo(webOfScience))
  expect(link.pathname).toBe('/login')
  expect(link.searchParams.get('url')).toBe(webOfScience?.target)
  expect(link.searchParams.get('user')).toMatch(/^[0-9a-f]{32}$/)
})

step('two minutes later the page says that the link has ended, and one tap gets another', async () => {
  await product.moveTo((await product.now()) + 121_000)
  await seen(phone, t.over).waitFor()
  await tap(phone, t.again)
  await seen(phone, t.ready.replace('{name}', webOfScience?.name.zh ?? '')).waitFor()
})

step('somebody without a card is led to activating one', async () => {
  const other = await openPhone(browser, product, { openid: amara.openid, page: LIBRARY })
  await tap(other, cnki?.name.zh ?? '')
  await seen(other, refusals.card_none.say).waitFor()
  await tap(other, t.activate)
  await seen(other, alumni.activate.documentHead).waitFor()
})
