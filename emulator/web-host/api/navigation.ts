// Routes between pages, the event channel between opener and opened, the navigation bar and the tab bar.

import { type TabState, tabBarState, tabStates } from '../runtime/frame/tab-bar'
import { startPullDown, stopPullDown } from '../runtime/page-scroll'
import { currentPage, navigateBack, openPage, pageOf, refreshFrame } from '../runtime/page-stack'
import { apis } from './call'

class EventChannel {
  private readonly listeners = new Map<string, ((...values: any[]) => void)[]>()

  on(name: string, listener: (...values: any[]) => void): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener])
  }

  once(name: string, listener: (...values: any[]) => void): void {
    const single = (...values: any[]) => {
      this.off(name, single)
      listener(...values)
    }
    this.on(name, single)
  }

  off(name: string, listener?: (...values: any[]) => void): void {
    const kept = listener ? (this.listeners.get(name) ?? []).filter((one) => one !== listener) : []
    this.listeners.set(name, kept)
  }

  emit(name: string, ...values: any[]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(...values)
  }
}

function navigateTo({ url, events = {} }: { url: string; events?: Record<string, any> }) {
  const eventChannel = new EventChannel()
  for (const [name, listener] of Object.entries(events)) eventChannel.on(name, listener)
  openPage('navigateTo', url, (page) => {
    page.getOpenerEventChannel = () => eventChannel
  })
  return { eventChannel }
}

/** Pages opened otherwise have a channel that nobody listens to. */
const withoutOpener = (page: any) => {
  page.getOpenerEventChannel = () => new EventChannel()
}

function changeWindow(changes: Record<string, unknown>): void {
  const entry = currentPage()
  if (!entry) return
  Object.assign(entry.window, changes)
  refreshFrame()
}

function changeTab(index: number, changes: TabState): void {
  tabStates[index] = { ...tabStates[index], ...changes }
  refreshFrame()
}

const hideTabBar = (hidden: boolean) => {
  tabBarState.hidden = hidden
  refreshFrame()
}

function pageScrollTo({ scrollTop, selector, duration = 300, offsetTop = 0 }: any): void {
  const entry = currentPage()
  if (!entry) return
  const { box } = entry
  const target = selector ? box.querySelector(selector) : undefined
  const top = target
    ? box.scrollTop + target.getBoundingClientRect().top - box.getBoundingClientRect().top + offsetTop
    : Number.parseFloat(scrollTop)
  box.scrollTo({ top, behavior: duration === 0 ? 'auto' : 'smooth' })
}

export const navigation = {
  ...apis({
    navigateTo,
    redirectTo: ({ url }) => void openPage('redirectTo', url, withoutOpener),
    reLaunch: ({ url }) => void openPage('reLaunch', url, withoutOpener),
    switchTab: ({ url }) => void openPage('switchTab', url, withoutOpener),
    navigateBack: ({ delta = 1 }) => navigateBack(delta),
    setNavigationBarTitle: ({ title }) => changeWindow({ navigationBarTitleText: title }),
    setNavigationBarColor: ({ frontColor, backgroundColor }) =>
      changeWindow({
        ...(frontColor && { navigationBarTextStyle: /^#0/.test(frontColor) ? 'black' : 'white' }),
        ...(backgroundColor && { navigationBarBackgroundColor: backgroundColor }),
      }),
    showNavigationBarLoading: () => changeWindow({ loading: true }),
    hideNavigationBarLoading: () => changeWindow({ loading: false }),
    hideHomeButton: () => changeWindow({ homeHidden: true }),
    setBackgroundColor: ({ backgroundColor }) => changeWindow({ ...(backgroundColor && { backgroundColor }) }),
    setBackgroundTextStyle: ({ textStyle }) => changeWindow({ backgroundTextStyle: textStyle }),
    showTabBar: () => hideTabBar(false),
    hideTabBar: () => hideTabBar(true),
    setTabBarBadge: ({ index, text }) => changeTab(index, { badge: text }),
    removeTabBarBadge: ({ index }) => changeTab(index, { badge: '' }),
    showTabBarRedDot: ({ index }) => changeTab(index, { dot: true }),
    hideTabBarRedDot: ({ index }) => changeTab(index, { dot: false }),
    setTabBarItem: ({ index, text, iconPath, selectedIconPath }) =>
      changeTab(index, {
        ...(text && { text }),
        ...(iconPath && { iconPath }),
        ...(selectedIconPath && { selectedIconPath }),
      }),
    pageScrollTo,
    startPullDownRefresh: () => {
      const entry = currentPage()
      if (entry) startPullDown(entry)
    },
    stopPullDownRefresh: () => {
      const entry = currentPage()
      if (entry) stopPullDown(entry)
    },
    hideKeyboard: () => (document.activeElement as HTMLElement | null)?.blur(),
  }),
}

/** The id that WeChat gives a component's page. */
export const pageIdOf = (component: any): string => `pageId:${pageOf(component)?.path ?? currentPage()?.path ?? ''}`
