// The navigation bar: back or home, title, background; nothing of it when the page draws its own.
import { program } from '../bundle'
import { showModal } from '../dialogs'
import { navigateBack, openPage, type PageEntry } from '../page-stack'
import { themed } from '../theme'
import { word } from '../words'
import { icon } from './icons'
import { make, makeButton } from './layer'

export interface BarState {
  depth: number
  isTab: boolean
  custom: boolean
}

/** Draws the bar for a page. */
export function paintNavigationBar(entry: PageEntry, { depth, isTab, custom }: BarState): void {
  const bar = document.getElementById('host-nav')!
  bar.hidden = custom
  bar.style.background = themed(entry.window.navigationBarBackgroundColor, '#000000')
  const title = make('h1', 'host-title', make('span', 'host-title-words', entry.window.navigationBarTitleText ?? ''))
  if (entry.window.loading) title.prepend(make('i', 'host-spinner'))
  bar.replaceChildren(title)
  if (depth > 1) bar.prepend(labelled('back', word('back'), () => void leave(entry)))
  else if (!isTab && !entry.window.homeHidden && entry.path !== firstPage()) {
    bar.prepend(labelled('home', word('home'), goHome))
  }
}

/** wx.enableAlertBeforeUnload: the person is asked before the page closes. */
async function leave({ window }: PageEntry): Promise<void> {
  const message = window.alertBeforeUnload
  if (message && !(await showModal({ content: message })).confirm) return
  navigateBack()
}

const firstPage = () => program.bundle.app.entryPagePath ?? program.bundle.pages[0]

function goHome(): void {
  const first = firstPage()
  const isTab = (program.bundle.app.tabBar?.list ?? []).some((tab: any) => tab.pagePath === first)
  openPage(isTab ? 'switchTab' : 'reLaunch', `/${first}`)
}

function labelled(name: 'back' | 'home', label: string, act: () => void): HTMLElement {
  const button = makeButton(`host-nav-button host-nav-${name}`, icon(name), act)
  button.setAttribute('aria-label', label)
  button.id = `host-${name}`
  return button
}
