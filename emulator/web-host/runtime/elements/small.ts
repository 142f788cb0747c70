// icon, progress, web-view, root-portal, page-meta, navigation-bar: the small ones.
import { currentPage, refreshFrame } from '../page-stack'
import { phone } from '../phone'
import { WxElement } from './element'

export class Icon extends WxElement {
  override update(name: string, value: any): void {
    if (name === 'size') this.style.setProperty('--host-size', `${Number.parseFloat(value)}px`)
    if (name === 'color') this.style.setProperty('--host-color', String(value))
  }
}

export class Progress extends WxElement {
  override update(name: string, value: any): void {
    if (name === 'percent') {
      this.style.setProperty('--host-percent', `${value}%`)
      this.dataset.percent = `${value}%`
    }
    if (name === 'show-info') this.toggleAttribute('show-info', this.flag('show-info'))
    if (name === 'stroke-width') this.style.setProperty('--host-stroke', `${Number.parseFloat(value)}px`)
    if (/^(color|active-?color)$/i.test(name)) this.style.setProperty('--host-on', String(value))
    if (/^background-?color$/i.test(name)) this.style.setProperty('--host-track', String(value))
  }
}

export class WebView extends WxElement {
  override update(name: string, value: any): void {
    if (name !== 'src') return
    const frame = document.createElement('iframe')
    frame.src = String(value)
    frame.onload = () => this.emit('load', { src: value })
    this.replaceChildren(frame)
  }
}

/** Its children stand above the page whatever surrounds it: the browser's top layer does that. */
export class RootPortal extends WxElement {
  connectedCallback(): void {
    this.popover = 'manual'
    this.raise()
  }

  override update(name: string): void {
    if (name === 'enable') this.raise()
  }

  private raise(): void {
    if (!this.isConnected) return
    const wanted = this.flag('enable', true)
    if (this.matches(':popover-open') === wanted) return
    if (wanted) this.showPopover()
    else this.hidePopover()
  }
}

/** page-style, root-font-size and scroll-top of the page that holds it. */
export class PageMeta extends WxElement {
  connectedCallback(): void {
    for (const [name, value] of Object.entries(this.props)) this.update(name, value)
  }

  override update(name: string, value: any): void {
    if (!this.isConnected) return
    const page = this.closest<HTMLElement>('wx-page')
    if (name === 'page-style' && page) page.style.cssText = String(value ?? '')
    if (name === 'page-font-size' && page) page.style.fontSize = fontSize(value)
    if (name === 'root-font-size') document.documentElement.style.fontSize = fontSize(value)
    if (name === 'scroll-top') this.closest('.host-page')?.scrollTo({ top: Number.parseFloat(value) || 0 })
  }

  disconnectedCallback(): void {
    if ('root-font-size' in this.props) document.documentElement.style.fontSize = ''
  }
}

const fontSize = (value: unknown) => (value === 'system' ? `${phone.fontSize}px` : String(value ?? ''))

/** <navigation-bar> inside <page-meta>: the same as the navigation bar's APIs. */
export class NavigationBar extends WxElement {
  override update(name: string, value: any): void {
    const names: Record<string, string> = {
      title: 'navigationBarTitleText',
      'front-color': 'navigationBarTextStyle',
      'background-color': 'navigationBarBackgroundColor',
    }
    const page = currentPage()
    const key = names[name]
    if (!page || !key) return
    page.window[key] = name === 'front-color' ? (/^#0/.test(value) ? 'black' : 'white') : value
    refreshFrame()
  }
}
