// The frame that WeChat draws around a page: status bar, navigation bar, capsule, tab bar, home indicator. Sizes are those of the
// emulated phone (a 375 × 812 screen with a notch): status bar 44, navigation bar 44, home indicator 34.
import type { PageEntry } from '../page-stack'
import { themed } from '../theme'
import { paintNavigationBar } from './navigation-bar'
import { paintTabBar } from './tab-bar'

export const STATUS_BAR = 44
export const NAVIGATION_BAR = 44
export const HOME_INDICATOR = 34
export const TAB_BAR = 50

/** Draws the frame for the page on top of a stack of `depth` pages. */
export function paintFrame(entry: PageEntry, depth: number, isTab: boolean): void {
  const custom = entry.window.navigationStyle === 'custom'
  const style = themed(entry.window.navigationBarTextStyle, 'white')
  const top = custom ? 0 : STATUS_BAR + NAVIGATION_BAR
  const bottom = isTab ? TAB_BAR + HOME_INDICATOR : 0
  const pages = document.getElementById('host-pages')!
  pages.style.top = `${top}px`
  pages.style.bottom = `${bottom}px`
  pages.style.backgroundColor = themed(entry.window.backgroundColor, '')
  const root = document.documentElement
  root.style.setProperty('--host-vh', `${(innerHeight - top - bottom) / 100}px`)
  root.style.setProperty('--host-safe-top', custom ? `${STATUS_BAR}px` : '0px')
  root.style.setProperty('--host-safe-bottom', `${isTab ? 0 : HOME_INDICATOR}px`)
  root.dataset.bar = style === 'black' ? 'black' : 'white'
  paintNavigationBar(entry, { depth, isTab, custom })
  paintTabBar(entry.path, isTab)
  document.title = entry.window.navigationBarTitleText ?? ''
}
