// Messages that left the product: a drawer with all of them, and a banner on the phone that one is for.
import { control, type SentMessage } from '../link/control'
import type { Person } from '../link/people'
import { button, el } from './dom'
import { drawing } from './drawings'
import { describe } from './shanghai'
import { deskLanguage, say } from './words'

const BANNER_MS = 7000

export class Messages {
  private list: SentMessage[] = []
  private seen = 0
  readonly drawer = el('aside', 'drawer')
  readonly toggle = button('chip chip-strong', '', () => this.open(!this.drawer.classList.contains('open')))

  constructor(private readonly people: readonly Person[]) {}

  async load(): Promise<void> {
    this.list = (await control.messages()).messages
    this.paint()
  }

  add(message: SentMessage): void {
    this.list.push(message)
    this.paint()
  }

  clear(): void {
    this.list = []
    this.seen = 0
    this.paint()
  }

  /** The person that a message is for. */
  recipient({ to }: SentMessage): Person | undefined {
    const digits = to.replace(/^\+/, '')
    return this.people.find((person) => person.openid === to || person.phoneNumber?.replace(/^\+/, '') === digits)
  }

  private open(open: boolean): void {
    this.drawer.classList.toggle('open', open)
    document.body.classList.toggle('with-drawer', open)
    this.paint()
    dispatchEvent(new Event('resize'))
  }

  paint(): void {
    const open = this.drawer.classList.contains('open')
    if (open) this.seen = this.list.length
    const fresh = this.list.length - this.seen
    this.toggle.replaceChildren(
      drawing('mail'),
      say('messages'),
      ...(fresh > 0 ? [el('b', 'badge', String(fresh))] : []),
    )
    this.toggle.ariaExpanded = String(open)
    const bubbles = this.list.map((message) => this.bubble(message)).reverse()
    const close = button('icon-button', drawing('cross'), () => this.open(false), say('close'))
    this.drawer.replaceChildren(
      el('header', 'drawer-head', el('h2', '', say('messages')), close),
      ...(bubbles.length > 0 ? bubbles : [el('p', 'drawer-empty', say('noMessages'))]),
    )
    this.drawer.inert = !open
  }

  private bubble(message: SentMessage): HTMLElement {
    const { day, time } = describe(message.at, deskLanguage())
    const person = this.recipient(message)
    const name = person && (deskLanguage() === 'en' ? (person.nameEn ?? person.name) : person.name)
    const head = el('header', '', el('b', '', name ?? message.to), el('span', '', say(message.channel)))
    const foot = el(
      'footer',
      '',
      ...(name ? [el('span', '', message.channel === 'sms' ? message.to : '')] : []),
      `${day} ${time.slice(0, 5)}`,
    )
    return el('article', `bubble bubble-${message.channel}`, head, el('p', '', message.text), foot)
  }
}

/** A notification that slides in at the top of a phone's screen and leaves by itself. */
export function showBanner(screen: HTMLElement, message: SentMessage): void {
  const banner = el('div', 'banner', el('b', '', say(message.channel)), el('p', '', message.text))
  screen.append(banner)
  setTimeout(() => banner.classList.add('leaving'), BANNER_MS)
  setTimeout(() => banner.remove(), BANNER_MS + 400)
}
