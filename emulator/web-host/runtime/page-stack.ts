// The page stack and what moves it: navigateTo, redirectTo, switchTab, reLaunch, navigateBack (WeChat, "Page routing").
// Tab pages stay alive while hidden; at most ten pages are stacked.
import { program } from './bundle'
import { paintFrame } from './frame/frame'
import { createRoot, hasProperty } from './framework'
import { listenToScroll } from './page-scroll'
import { parsePageUrl } from './page-url'
import { refreshDots } from './pull'
import { pageSheet } from './style-sheets'

const STACK_LIMIT = 10

export interface PageEntry {
  readonly path: string
  readonly query: Record<string, string>
  readonly page: any
  readonly root: any
  readonly box: HTMLElement
  readonly sheet: HTMLStyleElement
  /** The page's window settings, as its JSON has them and as APIs changed them since. */
  readonly window: Record<string, any>
  readonly dots: HTMLElement
}

export type OpenKind = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch'

const stack: PageEntry[] = []
const tabs = new Map<string, PageEntry>()

export const currentPage = (): PageEntry | undefined => stack.at(-1)
export const pageStack = (): readonly PageEntry[] => stack
export const isTabPage = (path: string): boolean =>
  (program.bundle.app.tabBar?.list ?? []).some((tab: any) => tab.pagePath === path)
export const pageOf = (component: any): PageEntry | undefined =>
  [...stack, ...tabs.values()].find((entry) => entry.root.getComponent() === component?._$ || entry.page === component)

/** Opens a page. Throws an Error with WeChat's errMsg when it must not be opened that way. */
export function openPage(kind: OpenKind, url: string, prepare?: (page: any) => void): PageEntry {
  const old = currentPage()
  const { path, query } = parsePageUrl(url, old?.path)
  refuse(kind, path)
  if (kind === 'switchTab') return switchTab(path, old)
  if (kind === 'navigateTo' && old) lifetime(old, 'hide')
  if (kind === 'redirectTo') destroy(stack.pop()!)
  if (kind === 'reLaunch') for (const entry of new Set([...stack.splice(0), ...tabs.values()])) destroy(entry)
  const entry = create(path, query, prepare)
  if (isTabPage(path)) tabs.set(path, entry)
  if (kind === 'navigateTo') entry.box.classList.add('host-push')
  refreshFrame()
  return entry
}

function refuse(kind: OpenKind, path: string): void {
  if (!program.bundle.pages.includes(path)) throw new Error(`${kind}:fail page "${path}" is not found`)
  if (/^(navigateTo|redirectTo)$/.test(kind) && isTabPage(path)) {
    throw new Error(`${kind}:fail can not ${kind} a tabbar page`)
  }
  if (kind === 'switchTab' && !isTabPage(path)) throw new Error('switchTab:fail can not switch to no-tabBar page')
  if (kind === 'navigateTo' && stack.length >= STACK_LIMIT)
    throw new Error('navigateTo:fail webview count limit exceed')
}

function switchTab(path: string, old: PageEntry | undefined): PageEntry {
  for (const entry of stack.splice(0)) {
    if (!isTabPage(entry.path)) destroy(entry)
    else if (entry.path !== path) lifetime(entry, 'hide')
  }
  const kept = tabs.get(path)
  const entry = kept ?? create(path, {})
  if (kept) {
    stack.push(kept)
    if (kept !== old) lifetime(kept, 'show')
  }
  tabs.set(path, entry)
  refreshFrame()
  return entry
}

/** Closes `delta` pages; the first page stays. */
export function navigateBack(delta = 1): void {
  if (stack.length < 2) return
  for (let count = Math.min(delta, stack.length - 1); count > 0; count--) destroy(stack.pop()!)
  lifetime(currentPage()!, 'show')
  refreshFrame()
}

function create(path: string, query: Record<string, string>, prepare?: (page: any) => void): PageEntry {
  const box = document.createElement('div')
  box.className = 'host-page'
  const mark = document.createElement('i')
  const dots = refreshDots()
  box.append(dots, mark)
  const sheet = pageSheet(path)
  document.getElementById('host-pages')!.append(box)
  const root = createRoot(path) as any
  const page = root.get()
  Object.assign(page, { route: path, options: query })
  prepare?.(page)
  const window = { ...program.bundle.app.window, ...program.bundle.units[path] }
  const entry: PageEntry = { path, query, page, root, box, sheet, window, dots }
  stack.push(entry)
  refreshFrame()
  offerArguments(entry)
  root.attach(box, mark)
  listenToScroll(entry)
  page.onLoad?.(query)
  lifetime(entry, 'show')
  setTimeout(() => page.onReady?.(), 16)
  return entry
}

/** Page arguments also reach properties of the same name (WeChat, "Component() pages"). */
function offerArguments({ root, page, query }: PageEntry): void {
  for (const [name, value] of Object.entries(query)) {
    if (hasProperty(root.getComponent(), name)) page.setData({ [name]: value })
  }
}

function lifetime(entry: PageEntry, event: 'show' | 'hide'): void {
  if (event === 'show') entry.page.onShow?.()
  else entry.page.onHide?.()
  entry.root.getComponent().triggerPageLifetime(event, [])
}

/** The whole app comes to the front or goes to the background. */
export function pageLifetime(event: 'show' | 'hide'): void {
  const entry = currentPage()
  if (entry) lifetime(entry, event)
}

/** The window's size changed. */
export function resizePages(): void {
  refreshFrame()
  const entry = currentPage()
  const size = { windowWidth: innerWidth, windowHeight: entry?.box.clientHeight ?? innerHeight }
  entry?.page.onResize?.({ size })
  entry?.root.getComponent().triggerPageLifetime('resize', [{ size }])
}

function destroy(entry: PageEntry): void {
  entry.page.onUnload?.()
  entry.root.release()
  entry.box.remove()
  entry.sheet.remove()
  tabs.delete(entry.path)
}

/** Shows the top page only, with its styles and its frame. */
export function refreshFrame(): void {
  const top = currentPage()
  if (!top) return
  for (const entry of new Set([...stack, ...tabs.values()])) {
    entry.box.hidden = entry !== top
    entry.sheet.disabled = entry !== top
  }
  paintFrame(top, stack.length, isTabPage(top.path))
}
