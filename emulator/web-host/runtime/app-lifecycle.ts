// The app as a whole: App(), launch, going to the background and coming back, errors nobody caught.
import { program } from './bundle'
import { Emitter } from './emitter'
import { icon } from './frame/icons'
import { make, makeButton, showModalLayer } from './frame/layer'
import { currentPage, isTabPage, openPage, pageLifetime } from './page-stack'
import { parsePageUrl } from './page-url'
import { word } from './words'

export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo: Record<string, never>
}

export const appEvents = {
  show: new Emitter<LaunchOptions>(),
  hide: new Emitter<void>(),
  error: new Emitter<string>(),
  rejection: new Emitter<{ reason: unknown; promise: Promise<unknown> }>(),
}

/** WeChat's scene for "opened from the list of recent mini programs". */
const SCENE = 1089
let launched: LaunchOptions
let inBackground = false

export const launchOptions = () => launched

/** Runs the app's script and opens its first page: the one named after # in the address, or the first of app.json. */
export function launch(): void {
  const wanted = decodeURIComponent(location.hash.slice(1)).replace(/^\//, '')
  const first = wanted || program.bundle.app.entryPagePath || program.bundle.pages[0]!
  const { path, query } = parsePageUrl(`/${first}`)
  launched = { path, query, scene: SCENE, referrerInfo: {} }
  program.app.onLaunch?.(launched)
  announceShow()
  openFirst(first, path)
}

function openFirst(url: string, path: string): void {
  if (!program.bundle.pages.includes(path)) {
    const { query, scene } = launched
    program.app.onPageNotFound?.({ path, query, isEntryPage: true, scene })
    if (currentPage()) return
    throw new Error(`page "${path}" is not in app.json`)
  }
  openPage(isTabPage(path) ? 'switchTab' : 'reLaunch', `/${url}`)
}

function announceShow(): void {
  program.app.onShow?.(launched)
  appEvents.show.emit(launched)
}

/** The person leaves the mini program; it keeps running behind WeChat's chat list until its icon is tapped. */
export function hideApp(): void {
  if (inBackground) return
  inBackground = true
  pageLifetime('hide')
  program.app.onHide?.()
  appEvents.hide.emit()
  const name = currentPage()?.window.navigationBarTitleText ?? ''
  void showModalLayer<void>('host-full host-background', (close) => {
    const tile = makeButton('host-app-tile', icon('home'), () => close())
    tile.setAttribute('aria-label', word('openAgain'))
    return [
      make('p', 'host-background-title', word('background')),
      tile,
      make('b', '', name),
      make('p', '', word('backgroundNote')),
    ]
  }).then(showApp)
}

function showApp(): void {
  inBackground = false
  announceShow()
  pageLifetime('show')
}

/** Errors that nobody caught reach App.onError and wx.onError, and stay visible in the console. */
export function installErrorReports(): void {
  addEventListener('error', ({ error, message }) => {
    const text = error?.stack ?? message
    program.app.onError?.(text)
    appEvents.error.emit(text)
  })
  addEventListener('unhandledrejection', ({ reason, promise }) => {
    program.app.onUnhandledRejection?.({ reason, promise })
    appEvents.rejection.emit({ reason, promise })
  })
}
