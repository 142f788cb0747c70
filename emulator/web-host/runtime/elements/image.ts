// image and cover-image: WeChat's modes, package files, temporary files and cloud:// ids.
import { loadableUrl } from '../resources'
import { View } from './view'

export class Picture extends View {
  private readonly picture = document.createElement('img')
  private wanted = ''

  connectedCallbackOnce = false

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.connectedCallbackOnce) return
    this.connectedCallbackOnce = true
    this.picture.alt = this.props['aria-label'] ?? ''
    this.picture.draggable = false
    this.picture.onload = () => {
      this.emit('load', { width: this.picture.naturalWidth, height: this.picture.naturalHeight })
    }
    this.picture.onerror = () => this.fail()
    this.append(this.picture)
  }

  override update(name: string, value: any): void {
    super.update(name, value)
    if (name === 'src') void this.load(String(value ?? ''))
    if (name === 'lazy-load') this.picture.loading = this.flag('lazy-load') ? 'lazy' : 'eager'
    if (name === 'aria-label') this.picture.alt = String(value ?? '')
  }

  private async load(src: string): Promise<void> {
    this.wanted = src
    if (!src) return this.picture.removeAttribute('src')
    try {
      const url = await loadableUrl(src, this.home)
      if (this.wanted === src) this.picture.src = url
    } catch {
      this.fail()
    }
  }

  private fail(): void {
    this.emit('error', { errMsg: `GET ${this.wanted} fail` })
  }
}
