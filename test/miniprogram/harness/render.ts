/**
 * Renders a page or component of the mini program in jsdom (miniprogram-simulate), with the components that it uses and
 * TDesign's. Every render loads the modules anew, so nothing is remembered from an earlier test but what the phone stores.
 */
import fs from 'node:fs'
import path from 'node:path'

export const root = path.resolve(__dirname, '../../../miniprogram')
const compilers = path.resolve(__dirname, '../../../node_modules/miniprogram-compiler/bin/linux')
for (const binary of ['wcc', 'wcsc']) {
  fs.chmodSync(path.join(compilers, binary), 0o755)
}
// Loaded once, because it compiles every WXML at its first render; the mini program's own modules are loaded anew each time.
const simulate = require('miniprogram-simulate')
const exparser = require('miniprogram-exparser')
const polyfills = { ...(globalThis as any).wx }

const TDESIGN = ['button', 'icon', 'popup']

export type Rendered = {
  dom: HTMLElement
  /** The page itself: its data and methods. */
  page: any
  /** What can be read on the screen. */
  text(): string
  /** Taps the last element that carries exactly this text. */
  tap(text: string): Promise<void>
  /** Types into the input at this place among those on the screen, and leaves it. */
  type(place: number, value: string): Promise<void>
  /** Sends an event to the element at this place among those with the tag, as the platform's own components do. */
  send(tag: string, place: number, event: string, detail?: object): Promise<void>
  settle(): Promise<void>
  detach(): void
}

/**
 * @param unit path below miniprogram/ without extension, e.g. "pages/home/home"
 * @param properties of a component; a page has none
 */
export function render(unit: string, properties: object = {}): Rendered {
  jest.resetModules()
  Object.assign(globalThis, { wx: { ...polyfills, ...(globalThis as any).wx } })
  const usingComponents = Object.fromEntries(
    TDESIGN.map((name) => [`t-${name}`, `/miniprogram_npm/tdesign-miniprogram/${name}/${name}`]),
  )
  const id = simulate.load(path.join(root, unit), 'unit', { rootPath: root, usingComponents })
  const component = simulate.render(id, properties)
  component.attach(document.createElement('div'))
  const settle = () => simulate.sleep(30)
  const dispatch = async (element: any, name: string, detail: object = {}) => {
    const options = { bubbles: name === 'tap', composed: name === 'tap', capturePhase: true }
    exparser.Event.dispatchEvent(element.__wxElement, exparser.Event.create(name, detail, options))
    await settle()
  }
  const send = async (tag: string, place: number, event: string, detail: object = {}) => {
    const element = component.dom.querySelectorAll(tag)[place]
    if (!element) {
      throw new Error(`There is no ${tag} at ${place} on: ${component.dom.textContent}`)
    }
    await dispatch(element, event, detail)
  }
  return {
    dom: component.dom,
    page: component.instance,
    text: () => component.dom.textContent ?? '',
    settle,
    detach: () => component.detach(),
    send,
    async type(place, value) {
      await send('wx-input', place, 'input', { value })
      await send('wx-input', place, 'blur', { value })
    },
    async tap(text) {
      const elements = [...component.dom.querySelectorAll('*')] as HTMLElement[]
      const target = elements.reverse().find((each) => each.children.length === 0 && each.textContent?.trim() === text)
      if (!target) {
        throw new Error(`Nothing says "${text}" on: ${component.dom.textContent}`)
      }
      await dispatch(target, 'tap')
    },
  }
}

// A page that stays open keeps its timers, and would write into the phone of the next test.
const open = new Set<Rendered>()
afterEach(() => {
  for (const { page } of open) {
    page.onUnload?.()
  }
  open.clear()
})

/** Renders a page and runs onLoad and onShow as WeChat does. */
export async function openPage(unit: string, query: Record<string, string> = {}): Promise<Rendered> {
  const rendered = render(unit)
  open.add(rendered)
  await rendered.page.onLoad?.(query)
  rendered.page.onShow?.()
  rendered.page.onReady?.()
  await rendered.settle()
  return rendered
}
