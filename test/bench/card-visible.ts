/** From opening the mini program at the card page to a code on the screen, on a phone that holds an active card. */
import { performance } from 'node:perf_hooks'
import { goTo, openPhone, type Page, startBrowser } from '../journeys/browser'
import { giveCard } from '../journeys/holder'
import { li as holder } from '../journeys/people'
import { Product } from '../journeys/product'
import { MONDAY } from '../journeys/week'
import { median, report } from './measure'

const ROUNDS = 9
/** Milliseconds until the code's canvas has dark modules. */
async function open(product: Product, phone: Page): Promise<number> {
  await phone.goto('about:blank')
  const started = performance.now()
  await goTo(phone, product, { openid: holder.openid, page: 'pages/card/card' })
  await phone.waitForFunction(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('#code canvas')
    const context = canvas?.getContext('2d')
    if (!canvas || !context || canvas.width === 0) {
      return false
    }
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    return data.some((value, index) => index % 4 === 3 && value > 0 && (data[index - 1] ?? 255) < 64)
  })
  return performance.now() - started
}

async function measure(): Promise<void> {
  const product = await Product.start(MONDAY)
  const browser = await startBrowser()
  const phone = await openPhone(browser, product, { openid: holder.openid })
  await giveCard(product, phone, holder)
  const samples: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    samples.push(await open(product, phone))
  }
  await browser.close()
  await product.dispose()
  report([{ what: 'page load to a visible card', value: median(samples), unit: 'ms', note: 'in the browser' }])
}

measure()
