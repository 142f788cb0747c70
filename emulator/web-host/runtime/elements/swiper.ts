// swiper and swiper-item, over the browser's scroll snapping.
import { dragToScroll } from '../drag-scroll'
import { WxElement } from './element'

export class Swiper extends WxElement {
  private at = 0
  private timer = 0
  private resting = 0
  private source: 'touch' | 'autoplay' | '' = 'touch'
  private readonly dots = document.createElement('div')

  private items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('wx-swiper-item')]
  }

  private get upright(): boolean {
    return this.flag('vertical')
  }

  connectedCallback(): void {
    this.dots.className = 'host-swiper-dots'
    this.onscroll = () => this.scrolled()
    dragToScroll(this, this.upright ? 'y' : 'x', () => this.show(this.nearest()))
    this.restart()
    requestAnimationFrame(() => {
      // Where it starts is not a change.
      this.at = this.num('current', 0)
      this.show(this.at, 'instant')
      this.paint()
    })
  }

  disconnectedCallback(): void {
    clearInterval(this.timer)
  }

  private restart(): void {
    clearInterval(this.timer)
    if (!this.flag('autoplay')) return
    this.timer = window.setInterval(
      () => {
        this.source = 'autoplay'
        this.show((this.at + 1) % (this.items().length || 1))
      },
      this.num('interval', 5000),
    )
  }

  private nearest(): number {
    return this.upright
      ? Math.round(this.scrollTop / (this.clientHeight || 1))
      : Math.round(this.scrollLeft / (this.clientWidth || 1))
  }

  private scrolled(): void {
    const index = this.nearest()
    if (index !== this.at) {
      this.at = index
      this.props.current = index
      const currentItemId = (this.items()[index] as WxElement | undefined)?.props['item-id'] ?? ''
      this.models?.current?.(index)
      this.emit('change', { current: index, currentItemId, source: this.source })
      this.paint()
    }
    clearTimeout(this.resting)
    this.resting = window.setTimeout(() => {
      this.emit('animationfinish', { current: this.at, source: this.source })
      this.source = 'touch'
    }, 120)
  }

  private show(index: number, behavior: ScrollBehavior = 'smooth'): void {
    const [top, left] = this.upright ? [index * this.clientHeight, 0] : [0, index * this.clientWidth]
    this.scrollTo({ top, left, behavior })
  }

  private paint(): void {
    if (!this.flag('indicator-dots')) {
      this.dots.remove()
      return
    }
    if (!this.dots.isConnected) this.append(this.dots)
    const color = (on: boolean) =>
      on ? (this.props['indicator-active-color'] ?? '#000') : (this.props['indicator-color'] ?? 'rgba(0,0,0,.3)')
    this.dots.replaceChildren(
      ...this.items().map((_, index) => {
        const dot = document.createElement('i')
        dot.style.background = color(index === this.at)
        return dot
      }),
    )
  }

  override update(name: string): void {
    if (name === 'vertical') this.toggleAttribute('vertical', this.upright)
    if (!this.isConnected) return
    if (name === 'current' && this.num('current', 0) !== this.at) {
      this.source = ''
      requestAnimationFrame(() => this.show(this.num('current', 0), this.num('duration', 500) ? 'smooth' : 'instant'))
    }
    if (name === 'autoplay' || name === 'interval') this.restart()
    if (name.startsWith('indicator')) this.paint()
  }
}
