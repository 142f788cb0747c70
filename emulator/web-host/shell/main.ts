// The page that `npm start` opens: a desk with three phones, a clock that can be moved, and the messages that were sent.
import type { ListedPhone } from '../camera/sources'
import { control, type SentMessage } from '../link/control'
import { listenToEmulator } from '../link/events'
import { type Person, readPeople } from '../link/people'
import { clockBar, followClock } from './clock-bar'
import { button, el } from './dom'
import { drawing } from './drawings'
import { Messages, showBanner } from './messages'
import { BEZEL, Phone } from './phone'
import { phoneControls } from './phone-controls'
import { type DeskSettings, HEIGHTS, loadSettings, SLOTS, saveSettings } from './settings'
import { deskLanguage, say, setDeskLanguage } from './words'

const SMALLEST_SCALE = 0.62
/** From this window width on, the three phones stand in one line. */
const SIDE_BY_SIDE = 1180

class Desk {
  private readonly phones: Phone[]
  private readonly messages: Messages
  private readonly head = el('header', 'head')
  private readonly row = el('main', 'row')
  private readonly note = el('div', 'note')

  constructor(
    private readonly people: readonly Person[],
    private readonly settings: DeskSettings,
  ) {
    setDeskLanguage(settings.lang)
    this.messages = new Messages(people)
    this.phones = SLOTS.map((slot) => new Phone(slot, settings.phones[slot]))
  }

  async open(): Promise<void> {
    document.body.append(this.head, this.row, this.messages.drawer, this.note)
    this.row.append(...this.phones.map((phone) => el('section', 'place', el('div'), phone.slot)))
    followClock((await control.clock()).now)
    this.paint()
    await this.messages.load()
    for (const phone of this.phones) this.start(phone)
    addEventListener('resize', () => this.fit())
    closeMenusElsewhere()
    listenToEmulator((name, data) => this.hear(name, data))
  }

  /** Everything with words on it, anew. The phones keep running. */
  private paint(): void {
    document.documentElement.lang = deskLanguage() === 'en' ? 'en' : 'zh-CN'
    document.title = say('title')
    this.head.replaceChildren(
      el('div', 'brand', drawing('mark'), el('div', '', el('h1', '', say('title')), el('p', '', say('subtitle')))),
      clockBar((text) => this.tell(text)),
      el(
        'div',
        'actions',
        this.messages.toggle,
        button('chip', el('span', 'with-drawing', drawing('again'), say('reset')), () => void this.startOver()),
        button('chip', say('language'), () => this.switchLanguage(), say('languageHint')),
      ),
    )
    for (const [index, place] of [...this.row.children].entries()) {
      const phone = this.phones[index]!
      const changed = (restart: boolean) => {
        saveSettings(this.settings)
        if (!restart) this.fit()
      }
      place.firstElementChild!.replaceWith(
        phoneControls(phone, { people: this.people, changed, tell: (text) => this.tell(text) }),
      )
    }
    this.messages.paint()
    this.fit()
  }

  private start(phone: Phone): void {
    phone.start(this.people.find((person) => person.openid === phone.settings.openid))
  }

  private switchLanguage(): void {
    this.settings.lang = deskLanguage() === 'en' ? 'zh' : 'en'
    setDeskLanguage(this.settings.lang)
    saveSettings(this.settings)
    this.paint()
  }

  /** Phones are as large as the window lets them be, but never unreadable. */
  private fit(): void {
    const above = this.phones[0]!.slot.offsetTop
    const tallest = Math.max(...this.phones.map((phone) => HEIGHTS[phone.settings.width]))
    const high = (innerHeight - above - 28) / (tallest + 2 * BEZEL)
    const scales = [1, high, ...(innerWidth >= SIDE_BY_SIDE ? [this.widthScale()] : [])]
    for (const phone of this.phones) phone.fit(Math.max(SMALLEST_SCALE, Math.min(...scales)))
  }

  /** The scale at which all three stand side by side. */
  private widthScale(): number {
    const { paddingLeft, paddingRight, columnGap } = getComputedStyle(this.row)
    const drawer = Number.parseFloat(getComputedStyle(document.body).paddingRight)
    const between = [paddingLeft, paddingRight, columnGap, columnGap].reduce(
      (sum, part) => sum + Number.parseFloat(part),
      0,
    )
    const phones = this.phones.reduce((sum, phone) => sum + phone.settings.width + 2 * BEZEL, 0)
    return (document.documentElement.clientWidth - drawer - between - 2) / phones
  }

  private hear(name: string, data: any): void {
    if (name === 'clock') followClock(data.now)
    if (name === 'message') this.receive(data)
    if (name === 'reset') {
      followClock(data.now)
      this.messages.clear()
      void this.restartAll()
    }
  }

  private receive(message: SentMessage): void {
    this.messages.add(message)
    const openid = this.messages.recipient(message)?.openid
    for (const phone of this.phones) if (openid && phone.settings.openid === openid) showBanner(phone.screen, message)
  }

  private async startOver(): Promise<void> {
    if (confirm(say('resetAsk'))) await control.reset()
  }

  private async restartAll(): Promise<void> {
    await Promise.all(this.phones.map((phone) => phone.host?.wipe()))
    for (const phone of this.phones) this.start(phone)
  }

  private tell(text: string): void {
    this.note.textContent = text
    this.note.classList.add('shown')
    setTimeout(() => this.note.classList.remove('shown'), 2600)
  }

  /** For the cameras of the phones (camera/sources.ts). */
  list(): ListedPhone[] {
    return this.phones.map((phone) => {
      const person = this.people.find(({ openid }) => openid === phone.settings.openid)
      const name = deskLanguage() === 'en' ? (person?.nameEn ?? person?.name) : person?.name
      return { id: phone.id, label: name ?? phone.id, window: phone.window }
    })
  }
}

/** An open menu closes when something else is pressed, a phone included. */
function closeMenusElsewhere(): void {
  const close = (target: EventTarget | null) => {
    for (const menu of document.querySelectorAll('details[open]')) {
      if (!menu.contains(target as Node | null)) menu.removeAttribute('open')
    }
  }
  addEventListener('pointerdown', ({ target }) => close(target))
  addEventListener('blur', () => close(null))
}

const people = await readPeople()
const desk = new Desk(people, loadSettings(people))
Object.assign(window, { phonesOnDesk: () => desk.list() })
await desk.open()
