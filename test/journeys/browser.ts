/** Chromium for the journeys: one browser, one page per phone. */
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core'
import type { Product } from './product'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the Chromium that tools/test found. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS })
}

export type PhoneOptions = {
  openid: string
  lang?: 'zh' | 'en'
  theme?: 'light' | 'dark'
  page?: string
  width?: number
  /** WeChat's font size setting in px; 16 is its standard, 23 its largest. */
  font?: number
}

/** Opens one person's phone in a page of its own (own storage, as phones have). */
export async function openPhone(browser: Browser, product: Product, options: PhoneOptions): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 375, height: 812 },
    deviceScaleFactor: 2,
  })
  const phone = await context.newPage()
  phone.setDefaultTimeout(15_000)
  await goTo(phone, product, options)
  return phone
}

/** Closes the mini program on a phone and opens it at a page; what the phone stored stays. */
export async function goTo(phone: Page, product: Product, options: PhoneOptions): Promise<void> {
  const { openid, lang = 'zh', theme = 'light', page = 'pages/home/home', font = 16 } = options
  await phone.goto('about:blank')
  await phone.goto(`${product.url}/phone/?openid=${openid}&lang=${lang}&theme=${theme}&font=${font}#${page}`)
}

export type { Browser, FrameLocator, Page }
