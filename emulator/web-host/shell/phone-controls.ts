// Above a phone: whose it is, and what happens to it.
import type { Person } from '../link/people'
import { button, el } from './dom'
import { drawing } from './drawings'
import { officialPanel } from './official-panel'
import type { Phone } from './phone'
import { phoneMenu } from './phone-menu'
import type { PhoneSettings } from './settings'
import { deskLanguage, say, type Word } from './words'

const ROLES = ['alumnus', 'reviewer', 'guard', 'admin'] as const

export interface PhoneDesk {
  people: readonly Person[]
  /** Settings changed: keep them; `restart` opens the app anew. */
  changed(restart: boolean): void
  tell(text: string): void
}

const nameOf = (person: Person) => (deskLanguage() === 'en' ? (person.nameEn ?? person.name) : person.name)

/** Builds the controls of one phone; they rebuild themselves after every change. */
export function phoneControls(phone: Phone, desk: PhoneDesk): HTMLElement {
  const box = el('div', 'controls')
  const rebuild = () => box.replaceChildren(...build())
  const set = (changes: Partial<PhoneSettings>, restart = false) => {
    Object.assign(phone.settings, changes)
    desk.changed(restart)
    if (restart) phone.start(desk.people.find((person) => person.openid === phone.settings.openid))
    rebuild()
  }
  const build = () => [
    el(
      'div',
      'controls-row',
      owner(phone, desk, (openid) => set({ openid }, true)),
      ...switches(phone, set),
      phone.id === 'alumnus' && officialPanel(phone, desk),
      phoneMenu(phone, desk, set),
    ),
    facts(phone, desk),
  ]
  rebuild()
  return box
}

function owner(phone: Phone, { people }: PhoneDesk, change: (openid: string) => void): HTMLElement {
  const list = el('select', 'owner') as HTMLSelectElement
  list.ariaLabel = say('whose')
  for (const role of ROLES) {
    const members = people.filter((person) => person.role === role)
    if (members.length === 0) continue
    const group = Object.assign(document.createElement('optgroup'), { label: say(role) })
    for (const person of members) {
      group.append(new Option(nameOf(person), person.openid, false, person.openid === phone.settings.openid))
    }
    list.append(group)
  }
  list.onchange = () => change(list.value)
  const person = people.find(({ openid }) => openid === phone.settings.openid)
  const role = (ROLES as readonly string[]).includes(person?.role ?? '') ? say(person!.role as Word) : ''
  return el('label', 'owner-box', el('span', `role role-${person?.role ?? 'alumnus'}`, role), list)
}

export type Change = (changes: Partial<PhoneSettings>, restart?: boolean) => void

function switches(phone: Phone, set: Change): HTMLElement[] {
  const { lang, theme, online } = phone.settings
  const language = button(
    'icon-button text',
    lang === 'zh' ? '中' : 'EN',
    () => set({ lang: lang === 'zh' ? 'en' : 'zh' }, true),
    say('phoneLanguage'),
  )
  const other = theme === 'light' ? 'dark' : 'light'
  const shade = button(
    'icon-button',
    drawing(theme === 'light' ? 'sun' : 'moon'),
    () => {
      phone.host?.setTheme(other)
      set({ theme: other })
    },
    say('theme'),
  )
  const hint = `${say('network')}: ${say(online ? 'online' : 'offline')}`
  const line = button(
    `icon-button${online ? '' : ' alarm'}`,
    drawing(online ? 'wifi' : 'cut'),
    () => {
      phone.host?.setOnline(!online)
      set({ online: !online })
    },
    hint,
  )
  line.ariaPressed = String(!online)
  return [language, shade, line]
}

/** What to type while playing this person; a click copies it. */
function facts(phone: Phone, { people, tell }: PhoneDesk): HTMLElement {
  const person = people.find(({ openid }) => openid === phone.settings.openid)
  const chips = (person?.facts ?? []).map(({ label, value }) => {
    const chip = button('fact', el('span', '', label[deskLanguage()]), () => {
      void navigator.clipboard.writeText(value).then(() => tell(`${say('copied')} ${value}`))
    })
    chip.append(value)
    return chip
  })
  const number = person?.phoneNumber && el('span', 'fact fact-plain', person.phoneNumber)
  return el('div', 'facts', number || undefined, ...chips)
}
