/**
 * What can be measured of one page on a phone: axe-core's rules (names, roles, contrast), the size of everything that can be
 * tapped, and words that are cut off or push the page sideways. WeChat's own parts of the screen are left out.
 */
import axe, { type RunOptions } from 'axe-core'
import type { Page } from './browser'

/** The page on top, and what WeChat lays over it. */
const SHOWN = '.host-page:not([hidden])'
/** 88 rpx on a phone 375 px wide; layouts round by less than half a pixel. */
const SMALLEST_TARGET_PX = 43.5

const RULES: RunOptions = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
  rules: {
    // Pages of a phone scroll under a finger; keys scroll only the browser around them.
    'scrollable-region-focusable': { enabled: false },
    // An experiment of axe-core's, which takes the marks of an icon font for words.
    'label-content-name-mismatch': { enabled: false },
  },
}

/** Goes to a page as a person would find it, and waits until nothing on it moves or loads any more. */
export async function openPage(phone: Page, page: string): Promise<void> {
  await phone.locator('html[data-ready]').waitFor()
  await phone.evaluate((url) => Reflect.get(globalThis, 'wx').reLaunch({ url: `/${url}` }), page)
  await settle(phone)
}

/** Waits until a quarter of a second passes without a change, and nothing says that it is busy. */
export async function settle(phone: Page): Promise<void> {
  await phone.evaluate(async (shown) => {
    const busy = () => document.querySelector(`${shown} [aria-busy]:not([aria-busy="false"])`) !== null
    const end = Date.now() + 10_000
    let last = ''
    let calm = 0
    while (calm < 3 && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      const now = document.querySelector(shown)?.textContent ?? ''
      calm = now !== '' && now === last && !busy() ? calm + 1 : 0
      last = now
    }
  }, SHOWN)
}

/**
 * Contrast is measured of what can be seen, as axe-core understands it: so the screen is made as high as any page, and the parts
 * of the phone that lie over the page (the sheet that dims it, for one) are taken away while it looks.
 */
const TALL_PX = 6_000
const NOTHING_ABOVE = 'body > :not(main) { display: none !important }'

/** Serious and critical violations of axe-core's rules, as sentences. */
export async function violations(phone: Page): Promise<string[]> {
  return withHeight(phone, TALL_PX, async () => {
    const bare = await phone.addStyleTag({ content: NOTHING_ABOVE })
    try {
      return await violationsOnScreen(phone)
    } finally {
      await bare.evaluate((style) => (style as Element).remove())
    }
  })
}

/** Works while the screen is at least so high, and makes it as high as before. */
async function withHeight<Outcome>(phone: Page, height: number, work: () => Promise<Outcome>): Promise<Outcome> {
  const size = phone.viewportSize() ?? { width: 375, height: 812 }
  await phone.setViewportSize({ ...size, height: Math.max(size.height, height) })
  try {
    return await work()
  } finally {
    await phone.setViewportSize(size)
  }
}

async function violationsOnScreen(phone: Page): Promise<string[]> {
  if (!(await phone.evaluate(() => 'axe' in globalThis))) {
    await phone.evaluate(axe.source)
  }
  return phone.evaluate(
    async ({ shown, rules }) => {
      const { violations: found } = await Reflect.get(globalThis, 'axe').run(shown, rules)
      return found
        .filter(({ impact }: { impact: string }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }: { id: string; nodes: any[] }) =>
          nodes.map(
            ({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} — ${failureSummary.split('\n')[1]?.trim()}`,
          ),
        )
    },
    { shown: SHOWN, rules: RULES },
  )
}

/** A picture of the whole page, from the first line to the last: the screen is as high as the page while it is taken. */
export async function picture(phone: Page, file: string): Promise<void> {
  const height = await phone.evaluate((shown) => {
    const page = document.querySelector(shown)
    return page ? Math.ceil(page.getBoundingClientRect().top + page.scrollHeight) : 0
  }, SHOWN)
  await withHeight(phone, Math.min(height, TALL_PX), () => phone.screenshot({ path: file }))
}

/** Everything that can be tapped and is smaller than a thumb needs, with its size in pixels. */
export function smallTargets(phone: Page): Promise<string[]> {
  return phone.evaluate(
    ({ shown, smallest }) => {
      const tappable = ['button', 'link', 'checkbox', 'radio', 'tab', 'switch', 'option', 'menuitem']
      const selector = [...tappable.map((role) => `[role="${role}"]`), 'wx-input', 'wx-textarea', 'wx-picker'].join(',')
      return (
        [...document.querySelectorAll(`${shown} :is(${selector})`)]
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < smallest)
          // A field inside a picker or a button is tapped through what is around it.
          .filter(({ element }) => {
            const around = element.parentElement?.closest(selector)?.getBoundingClientRect()
            return !around || Math.min(around.width, around.height) < smallest
          })
          .map(
            ({ element, box }) =>
              `${Math.round(box.width)}×${Math.round(box.height)}: ${element.outerHTML.slice(0, 160)}`,
          )
      )
    },
    { shown: SHOWN, smallest: SMALLEST_TARGET_PX },
  )
}

/** The page's name in the navigation bar when WeChat would end it in dots; else nothing. */
export function cutTitle(phone: Page): Promise<string[]> {
  return phone.evaluate(() =>
    [...document.querySelectorAll('.host-title-words')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ textContent }) => `navigation bar: ${textContent}`),
  )
}

/**
 * Words that a box cuts off (their own or one around them), and words that leave the screen; what scrolls on purpose is left out.
 * Measured are the words themselves, not the boxes that they stand in.
 */
export function clipped(phone: Page): Promise<string[]> {
  return phone.evaluate((shown) => {
    const width = document.documentElement.clientWidth
    const scrolling = 'wx-scroll-view, wx-swiper, wx-canvas, wx-picker-view'
    const extent = (text: Node) => {
      const range = document.createRange()
      range.selectNodeContents(text)
      return range.getBoundingClientRect()
    }
    const texts = (element: Element) =>
      [...element.childNodes].filter(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      )
    const isCut = (value: string) => value === 'hidden' || value === 'clip'
    /** Whether this box hides a part of the words. Letters' own height may stand out of their line by a little. */
    const hides = (box: Element, words: DOMRect) => {
      const { overflowX, overflowY } = getComputedStyle(box)
      const { left, right, top, bottom } = box.getBoundingClientRect()
      const wide = isCut(overflowX) && (words.right > right + 1 || words.left < left - 1)
      const high = isCut(overflowY) && (words.bottom > bottom + 3 || words.top < top - 3)
      return wide || high
    }
    const boxesAround = (element: Element) => {
      const boxes: Element[] = []
      for (let box: Element | null = element; box && !box.matches(shown); box = box.parentElement) {
        boxes.push(box)
      }
      return boxes
    }
    return [...document.querySelectorAll(`${shown} *`)]
      .filter((element) => texts(element).length > 0 && !element.closest(scrolling))
      .filter((element) => getComputedStyle(element).textOverflow !== 'ellipsis')
      .filter((element) =>
        texts(element).some((text) => {
          const words = extent(text)
          const isOutside = words.right > width + 1 || words.left < -1
          return words.width > 0 && (isOutside || boxesAround(element).some((box) => hides(box, words)))
        }),
      )
      .map((element) => `${(element.textContent ?? '').trim().slice(0, 60)}: ${element.outerHTML.slice(0, 120)}`)
  }, SHOWN)
}
