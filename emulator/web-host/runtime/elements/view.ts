// view, text, cover-view, navigator's base: hover-class, and the animations of wx.createAnimation.
import { WxElement } from './element'

interface AnimationStep {
  style: Record<string, string>
  duration?: number
  delay?: number
  timingFunction?: string
}

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

export class View extends WxElement {
  /** Class while a finger rests on the element, when the template names none. */
  protected readonly defaultHover: string = ''
  private listening = false

  override update(name: string, value: any): void {
    if (name === 'animation' && value?.actions) void this.play(value.actions)
    if (name === 'hover-class') this.listenForHover()
  }

  connectedCallback(): void {
    if (this.defaultHover) this.listenForHover()
  }

  private async play(steps: AnimationStep[]): Promise<void> {
    for (const { style, duration = 400, delay = 0, timingFunction = 'linear' } of steps) {
      Object.assign(this.style, { transition: `all ${duration}ms ${timingFunction} ${delay}ms` }, style)
      await wait(duration + delay)
    }
  }

  private listenForHover(): void {
    if (this.listening) return
    this.listening = true
    this.addEventListener('pointerdown', (event) => {
      if (this.props['hover-stop-propagation']) event.stopPropagation()
      setTimeout(() => this.hover(true), this.num('hover-start-time', 20))
    })
    for (const type of ['pointerup', 'pointercancel', 'pointerleave']) {
      this.addEventListener(type, () => setTimeout(() => this.hover(false), this.num('hover-stay-time', 70)))
    }
  }

  private hover(on: boolean): void {
    const name = this.props['hover-class'] ?? this.defaultHover
    if (!name || name === 'none' || this.off) return
    if (name === this.defaultHover) this.classList.toggle(`host-${name}`, on)
    for (const one of this.scoped(name)) this.classList.toggle(one, on)
  }
}
