// The tab bar of app.json.
import { program } from '../bundle'
import { currentPage, openPage } from '../page-stack'
import { themed } from '../theme'
import { make, makeButton } from './layer'

/** What wx.setTabBarBadge, setTabBarItem and their kin changed, by tab index. */
export interface TabState {
  badge?: string
  dot?: boolean
  text?: string
  iconPath?: string
  selectedIconPath?: string
}

export const tabStates: TabState[] = []
export const tabBarState = { hidden: false }

/** Draws the bar; `path` is the page on top. */
export function paintTabBar(path: string, isTab: boolean): void {
  const bar = document.getElementById('host-tabs')!
  const config = program.bundle.app.tabBar
  bar.hidden = !isTab || tabBarState.hidden
  if (!config) return
  bar.style.background = themed(config.backgroundColor, '#ffffff')
  bar.style.borderTopColor = themed(config.borderStyle, 'black') === 'white' ? 'transparent' : 'var(--host-line)'
  bar.replaceChildren(...config.list.map((tab: any, index: number) => tabButton(tab, index, path, config)))
}

function tabButton(tab: any, index: number, path: string, config: any): HTMLElement {
  const on = tab.pagePath === path
  const state = tabStates[index] ?? {}
  const picture = on ? (state.selectedIconPath ?? tab.selectedIconPath) : (state.iconPath ?? tab.iconPath)
  const text = state.text ?? tab.text
  const button = makeButton('host-tab', make('span', 'host-tab-text', text), () => {
    openPage('switchTab', `/${tab.pagePath}`)
    currentPage()?.page.onTabItemTap?.({ index, pagePath: tab.pagePath, text })
  })
  if (picture) {
    const image = document.createElement('img')
    image.src = `/app/${themed(picture, '').replace(/^\.?\//, '')}`
    image.alt = ''
    button.prepend(image)
  }
  if (state.badge) button.append(make('b', 'host-tab-badge', state.badge))
  else if (state.dot) button.append(make('b', 'host-tab-dot'))
  button.style.color = on ? themed(config.selectedColor, '#07c160') : themed(config.color, '#333333')
  button.setAttribute('aria-current', on ? 'page' : 'false')
  return button
}
