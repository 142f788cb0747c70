// Selector queries (WeChat, "NodesRef"): positions count from the page area, canvas and scroll-view give their node.
import type { Canvas } from '../runtime/elements/canvas'
import { WxElement } from '../runtime/elements/element'
import { currentPage } from '../runtime/page-stack'

type Fields = Record<string, any>

interface Job {
  scope: any
  selector: string | null
  single: boolean
  fields: Fields
  callback: ((result: any) => void) | undefined
}

const RECT = { id: true, dataset: true, rect: true, size: true }
const SCROLL = { id: true, dataset: true, scrollOffset: true }

/** Elements of a component's own template that match; the page's when no component is given. */
export function selectNodes(scope: any, selector: string, single: boolean): any[] {
  const component = (scope ?? currentPage()?.page)?._$
  const root = component?.getShadowRoot()
  if (!root) return []
  return single ? [root.querySelector(selector)] : root.querySelectorAll(selector)
}

export class SelectorQuery {
  private readonly jobs: Job[] = []

  constructor(private scope?: any) {}

  in(component: any): this {
    this.scope = component
    return this
  }

  select = (selector: string) => this.reference(selector, true)
  selectAll = (selector: string) => this.reference(selector, false)
  selectViewport = () => this.reference(null, true)

  private reference(selector: string | null, single: boolean) {
    const add = (fields: Fields, callback?: Job['callback']) => {
      this.jobs.push({ scope: this.scope, selector, single, fields, callback })
      return this
    }
    return {
      fields: add,
      boundingClientRect: (callback?: Job['callback']) => add(RECT, callback),
      scrollOffset: (callback?: Job['callback']) => add(SCROLL, callback),
      node: (callback?: Job['callback']) => add({ node: true }, callback),
      context: (callback?: Job['callback']) => add({ context: true }, callback),
    }
  }

  exec(done?: (results: any[]) => void): this {
    setTimeout(() => {
      const results = this.jobs.map((job) => {
        const result = run(job)
        job.callback?.(result)
        return result
      })
      done?.(results)
    })
    return this
  }
}

function run({ scope, selector, single, fields }: Job): any {
  if (selector === null) return read(null, fields)
  const found = selectNodes(scope, selector, single).map((node) => (node ? read(node, fields) : null))
  return single ? (found[0] ?? null) : found
}

function read(node: any, fields: Fields): Record<string, any> {
  const box = currentPage()?.box
  const dom: HTMLElement | null = node ? node.getBackendElement() : (box ?? null)
  if (!dom || !box) return {}
  const [rect, frame] = [dom.getBoundingClientRect(), box.getBoundingClientRect()]
  const out: Record<string, any> = {}
  if (fields.id) out.id = node?.id ?? ''
  if (fields.dataset) out.dataset = node?.dataset ?? {}
  if (fields.mark) out.mark = node?.collectMarks?.() ?? {}
  if (fields.rect) {
    Object.assign(out, { left: rect.left - frame.left, right: rect.right - frame.left })
    Object.assign(out, { top: rect.top - frame.top, bottom: rect.bottom - frame.top })
  }
  if (fields.size) Object.assign(out, { width: rect.width, height: rect.height })
  if (fields.scrollOffset) {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = dom
    Object.assign(out, { scrollTop, scrollLeft, scrollHeight, scrollWidth })
  }
  if (fields.node || fields.context) Object.assign(out, { node: nodeOf(dom), context: nodeOf(dom) })
  for (const name of fields.properties ?? []) out[name] = node?.data?.[name] ?? (dom as any).props?.[name]
  if (fields.computedStyle) {
    const style = getComputedStyle(dom)
    const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    for (const name of fields.computedStyle) out[name] = style.getPropertyValue(dashed(name))
  }
  return out
}

function nodeOf(dom: HTMLElement): any {
  const canvas = (dom as Canvas).canvas
  if (canvas) return canvas
  return dom instanceof WxElement && dom.localName === 'wx-scroll-view' ? scrollViewContext(dom) : dom
}

/** The enhanced scroll-view's context. */
function scrollViewContext(dom: HTMLElement) {
  return {
    scrollTo: ({ top, left, animated = true }: any) =>
      dom.scrollTo({
        ...(top !== undefined && { top }),
        ...(left !== undefined && { left }),
        behavior: animated ? 'smooth' : 'auto',
      }),
    scrollIntoView: (selector: string) => dom.querySelector(selector)?.scrollIntoView({ block: 'start' }),
  }
}
