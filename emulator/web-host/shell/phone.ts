// One phone on the desk: its frame, and the mini program in it.
import type { Person } from '../link/people'
import type { DeskPhone } from '../runtime/desk-link'
import { el } from './dom'
import { HEIGHTS, type PhoneSettings, type Slot } from './settings'

export class Phone {
  private readonly frame = document.createElement('iframe')
  readonly screen = el('div', 'screen', this.frame)
  readonly element = el('div', 'device', this.screen)
  readonly slot = el('div', 'device-slot', this.element)

  constructor(
    readonly id: Slot,
    readonly settings: PhoneSettings,
  ) {
    this.frame.allow = 'clipboard-write; screen-wake-lock; autoplay'
    this.frame.title = id
  }

  get window(): Window & { phoneOnDesk?: DeskPhone } {
    return this.frame.contentWindow!
  }

  get host(): DeskPhone | undefined {
    return this.window.phoneOnDesk
  }

  /** Opens the app anew, as the person that the phone belongs to. */
  start(person: Pick<Person, 'startPage'> | undefined): void {
    const { openid, lang, theme, font, skew, online } = this.settings
    const query = new URLSearchParams({ phone: this.id, openid, lang, theme, font: String(font), skew: String(skew) })
    if (!online) query.set('offline', '1')
    // A changing parameter makes the same address load again.
    query.set('start', String(performance.now()))
    // An empty fragment would scroll the desk to this phone.
    const page = person?.startPage ? `#${person.startPage}` : ''
    this.frame.src = `/phone/?${query}${page}`
  }

  /** Sets the size of the screen; `scale` fits it to the desk. */
  fit(scale: number): void {
    const { width } = this.settings
    const height = HEIGHTS[width]
    this.screen.style.cssText = `width:${width}px;height:${height}px`
    this.element.style.transform = `scale(${scale})`
    const bezel = 2 * BEZEL
    this.slot.style.cssText = `width:${(width + bezel) * scale}px;height:${(height + bezel) * scale}px`
  }
}

/** Width of the frame around a screen, px. */
export const BEZEL = 11
