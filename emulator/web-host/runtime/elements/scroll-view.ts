// scroll-view, with its refresher.
import { dragToScroll } from '../drag-scroll'
import { refreshDots, watchPull } from '../pull'
import { WxElement } from './element'

export class ScrollView extends WxElement {
  private ready = false
  private armed = true
  private last = { top: 0, left: 0 }
  private dots: HTMLElement | undefined

  connectedCallback(): void {
    if (this.ready) return
    this.ready = true
    this.onscroll = () => this.scrolled()
    if (this.flag('scroll-x')) dragToScroll(this, 'x')
    watchPull(this, {
      enabled: () => this.flag('refresher-enabled') && !this.flag('refresher-triggered'),
      onMove: (distance) => this.pull(distance),
      onRelease: () => {
        this.emit('refresherrefresh', { dy: 0 })
        this.models?.['refresher-triggered']?.(true)
      },
    })
  }

  private scrolled(): void {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth, last } = this
    const [deltaX, deltaY] = [last.left - scrollLeft, last.top - scrollTop]
    this.last = { top: scrollTop, left: scrollLeft }
    this.emit('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY })
    const gap = this.num('lower-threshold', 50)
    const x = this.flag('scroll-x')
    const end = x ? scrollLeft + clientWidth > scrollWidth - gap : scrollTop + clientHeight > scrollHeight - gap
    if (end && this.armed) this.emit('scrolltolower', { direction: x ? 'right' : 'bottom' })
    this.armed = !end
    if ((x ? scrollLeft : scrollTop) === 0) this.emit('scrolltoupper', { direction: x ? 'left' : 'top' })
  }

  private pull(distance: number): void {
    if (!this.dots) {
      this.dots = refreshDots()
      this.prepend(this.dots)
    }
    this.dots.style.height = `${distance}px`
    this.emit('refresherpulling', { dy: distance })
  }

  override update(name: string, value: any): void {
    if (name === 'refresher-triggered') this.pull(this.flag('refresher-triggered') ? 48 : 0)
    const behavior = this.flag('scroll-with-animation') ? 'smooth' : 'auto'
    requestAnimationFrame(() => {
      if (name === 'scroll-top') this.scrollTo({ top: Number.parseFloat(value) || 0, behavior })
      if (name === 'scroll-left') this.scrollTo({ left: Number.parseFloat(value) || 0, behavior })
      if (name === 'scroll-into-view' && value) this.reveal(String(value), behavior)
    })
  }

  private reveal(id: string, behavior: ScrollBehavior): void {
    const target = this.querySelector(`#${CSS.escape(id)}`)
    if (!target) return
    const [frame, box] = [this.getBoundingClientRect(), target.getBoundingClientRect()]
    this.scrollTo({
      top: this.scrollTop + box.top - frame.top,
      left: this.scrollLeft + box.left - frame.left,
      behavior,
    })
  }
}
