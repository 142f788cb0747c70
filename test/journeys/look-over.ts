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

/** Serious and critical violations of axe-core's rules, as sentences. */
export async function violations(phone: Page): Promise<string[]> {
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

/** Words that a box cuts off, and what is wider than the phone; what scrolls on purpose is left out. */
export function clipped(phone: Page): Promise<string[]> {
  return phone.evaluate((shown) => {
    const width = document.documentElement.clientWidth
    const words = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '')
    const scrolls = (element: Element) => element.closest('wx-scroll-view, wx-swiper, wx-canvas') !== null
    const cut = (element: Element) => {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element)
      const wide = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
      const high = overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 2
      return textOverflow !== 'ellipsis' && (wide || high)
    }
    const outside = (element: Element) => {
      const box = element.getBoundingClientRect()
      return box.width > 0 && box.height > 0 && (box.right > width + 1 || box.left < -1)
    }
    return [...document.querySelectorAll(`${shown} *`)]
      .filter((element) => words(element) && !scrolls(element) && (cut(element) || outside(element)))
      .map((element) => `${(element.textContent ?? '').trim().slice(0, 60)}: ${element.outerHTML.slice(0, 120)}`)
  }, SHOWN)
}
