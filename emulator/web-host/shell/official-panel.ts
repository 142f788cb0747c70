// The university's official account in WeChat, as the owner of a phone sees it: follow it, read what it answers, tap its menu.
import { control, type OfficialButton, type OfficialState } from '../link/control'
import { button, el } from './dom'
import { drawing } from './drawings'
import type { Phone } from './phone'
import type { PhoneDesk } from './phone-controls'
import { say } from './words'

/** Builds the conversation with the official account, behind a button above the phone. */
export function officialPanel(phone: Phone, desk: PhoneDesk): HTMLElement {
  const { openid } = phone.settings
  const details = el('details', 'menu official', el('summary', 'icon-button', drawing('account'))) as HTMLDetailsElement
  const panel = el('div', 'menu-panel official-panel')
  const summary = details.querySelector('summary')!
  summary.title = say('official')
  summary.ariaLabel = say('official')
  let said = ''
  const paint = async () => {
    const state = await control.official(openid)
    panel.replaceChildren(...contents(state, said, { change, tap }))
  }
  const change = async (follow: boolean) => {
    const { delivered } = await (follow ? control.follow(openid) : control.unfollow(openid))
    said = delivered?.text ?? ''
    await paint()
  }
  const tap = async (entry: string) => {
    const { page } = await control.tapOfficialMenu(openid, entry)
    details.open = false
    phone.start({ startPage: page })
  }
  details.ontoggle = () => {
    if (details.open) void paint().catch(() => desk.tell(say('officialNone')))
  }
  details.append(panel)
  return details
}

type Acts = { change: (follow: boolean) => Promise<void>; tap: (entry: string) => Promise<void> }

function contents({ follows, menu }: OfficialState, said: string, { change, tap }: Acts): (HTMLElement | string)[] {
  const head = el('div', 'official-head', el('b', '', say('official')))
  const act = button('chip', say(follows ? 'unfollow' : 'follow'), () => void change(!follows))
  head.append(act)
  if (!follows) return [head, el('p', 'official-hint', say('followHint'))]
  const opensCard = menu.flatMap((top) => [top, ...(top.sub_button ?? [])]).some(({ type }) => type === 'miniprogram')
  return [
    head,
    ...(said ? [el('p', 'official-said', said)] : []),
    ...(opensCard ? [] : [el('p', 'official-hint', say('noEntry'))]),
    el('div', 'official-menu', ...menu.map((top) => column(top, tap))),
  ]
}

function column(top: OfficialButton, tap: Acts['tap']): HTMLElement {
  const entries = (top.sub_button ?? []).map((entry) => item(entry, tap))
  const foot = top.sub_button ? el('div', 'official-top', `≡ ${top.name}`) : item(top, tap)
  return el('div', 'official-column', el('div', 'official-entries', ...entries), foot)
}

// Only what opens a mini program does something here; the rest is there because the menu keeps it.
function item({ name, type }: OfficialButton, tap: Acts['tap']): HTMLElement {
  const opens = type === 'miniprogram'
  const element = button(`official-item${opens ? ' official-opens' : ''}`, name, () => void tap(name))
  element.disabled = !opens
  return element
}
