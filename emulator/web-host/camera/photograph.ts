// What this phone's screen shows, as pixels: its real DOM and canvases, rasterised by html-to-image. Another phone's camera calls it;
// nothing but the picture crosses over.
import { applyStyle } from 'html-to-image/es/apply-style'
import { cloneNode } from 'html-to-image/es/clone-node'
import { embedImages } from 'html-to-image/es/embed-images'
import { createImage, nodeToDataURL } from 'html-to-image/es/util'

const SCROLL_MARK = 'data-host-scrolled'
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'LINK'])

/** Computed properties that leave no trace in a still picture, or repeat another one in logical terms. */
const TRACELESS =
  /^(animation|transition|scroll-|offset|counter|break|page|ruby|speak|text-emphasis|view-|timeline|anchor|contain|touch|user|cursor|caret|pointer|will-|app-|orphans|widows|hyphen|math|field-|interpolate|position-|reading|overscroll|resize|quotes|cx|cy|r[xy]?$|x$|y$|d$|stop-|flood|lighting|marker|(min-|max-)?(inline|block)-size|(inset|margin|padding)-(block|inline)|border-(block|inline|start|end)|-webkit-(app|print|rtl|user|tap|highlight|locale|text-emphasis|border))/

let properties: string[] | undefined

const photographed = () => {
  properties ??= [...getComputedStyle(document.body)].filter((name) => !TRACELESS.test(name))
  return properties
}

/** Draws the screen, `scale` device pixels to one CSS pixel. */
export async function photographScreen(scale = 2): Promise<HTMLCanvasElement> {
  const [width, height] = [innerWidth, innerHeight]
  const options = { width, height, filter: isVisible, includeStyleProperties: photographed() }
  const marked = markScrolled()
  const clone = await cloneNode(document.body, options, true)
  for (const element of marked) element.removeAttribute(SCROLL_MARK)
  if (!clone) throw new Error('nothing to photograph')
  restoreScroll(clone)
  showPortals(clone)
  await embedImages(clone, options)
  applyStyle(clone, options)
  const picture = await createImage(await nodeToDataURL(clone, width, height))
  const canvas = Object.assign(document.createElement('canvas'), { width: width * scale, height: height * scale })
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

function isVisible(node: HTMLElement): boolean {
  if (SKIPPED.has(node.tagName)) return false
  return !(node instanceof HTMLElement) || !node.hidden
}

/** A copy starts unscrolled, so scrolled containers are marked with their offsets before they are copied. */
function markScrolled(): Element[] {
  const scrolled = [...document.body.querySelectorAll('*')].filter(
    (element) => element.scrollTop > 0 || element.scrollLeft > 0,
  )
  for (const element of scrolled) element.setAttribute(SCROLL_MARK, `${element.scrollLeft} ${element.scrollTop}`)
  return scrolled
}

/** In a copy nothing is in the browser's top layer, where root-portals live. */
function showPortals(clone: HTMLElement): void {
  for (const portal of clone.querySelectorAll('[popover]')) portal.removeAttribute('popover')
}

function restoreScroll(clone: HTMLElement): void {
  for (const element of clone.querySelectorAll<HTMLElement>(`[${SCROLL_MARK}]`)) {
    const [left, top] = element.getAttribute(SCROLL_MARK)!.split(' ')
    element.style.overflow = 'hidden'
    const first = element.firstElementChild as HTMLElement | null
    if (first) first.style.margin = `-${top}px 0 0 -${left}px`
  }
}
