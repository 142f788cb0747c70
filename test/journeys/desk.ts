/** The desk that `npm start` opens: three phones in one page. */
import type { Browser, Frame, Page } from 'playwright-core'
import type { Product } from './product'

export type Desk = { page: Page; alumnus: Frame; reviewer: Frame; guard: Frame }

export type DeskOptions = { lang?: 'zh' | 'en'; width?: number; height?: number; scale?: number }

/** Opens the desk in a browser of its own. */
export async function openDesk(browser: Browser, product: Product, options: DeskOptions = {}): Promise<Desk> {
  const { lang = 'zh', width = 1440, height = 1000, scale = 1 } = options
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${product.url}/`)
  const phone = async (title: string): Promise<Frame> => {
    const handle = await page.locator(`iframe[title="${title}"]`).elementHandle()
    const frame = await handle?.contentFrame()
    if (!frame) {
      throw new Error(`the desk has no phone "${title}"`)
    }
    return frame
  }
  return { page, alumnus: await phone('alumnus'), reviewer: await phone('reviewer'), guard: await phone('guard') }
}
