// One phone: whose it is, how it is set up, and what happens to it. Everything comes from the page's address
//   /phone/?phone=alumnus&openid=…&lang=zh|en&theme=light|dark&font=16&skew=0&offline=1#pages/home/index?x=1
// and may be changed later by the desk around it (runtime/desk-link.ts).
import type { Person } from '../link/people'
import { Emitter } from './emitter'

/**
 * fine; slow: every question waits for some seconds; silent: questions get lost and nobody says so; deaf: they arrive and the
 * answers get lost; broken: they fail at once although there is a network.
 */
export type Line = 'fine' | 'slow' | 'silent' | 'deaf' | 'broken'

const query = new URLSearchParams(location.search)

export const phone = {
  /** Which device this is: two devices of one person keep separate storage. */
  id: query.get('phone') ?? 'solo',
  person: { openid: query.get('openid') ?? 'anonymous', name: '', role: 'alumnus' } as Person,
  lang: (query.get('lang') ?? 'zh') as 'zh' | 'en',
  theme: (query.get('theme') ?? 'light') as 'light' | 'dark',
  /** WeChat's font size setting in px: 15, 16, 17, 18, 20 or 23. */
  fontSize: Number(query.get('font') ?? 16),
  skew: Number(query.get('skew') ?? 0),
  online: query.get('offline') !== '1',
  /** How the line is while there is a network; see {@link Line}. */
  line: (query.get('line') ?? 'fine') as Line,
  brightness: 0.6,
}

export const phoneEvents = {
  theme: new Emitter<{ theme: 'light' | 'dark' }>(),
  network: new Emitter<{ isConnected: boolean; networkType: string }>(),
  capture: new Emitter<Record<string, never>>(),
}

/** Whether requests reach anything: the phone's own switch and the browser's. */
export const isOnline = () => phone.online && navigator.onLine

/** Cancels running requests when the network is cut. */
let line = new AbortController()
export const lineSignal = () => line.signal

const reportNetwork = () => {
  if (!isOnline()) {
    line.abort()
    line = new AbortController()
  }
  phoneEvents.network.emit({ isConnected: isOnline(), networkType: isOnline() ? 'wifi' : 'none' })
}
addEventListener('online', reportNetwork)
addEventListener('offline', reportNetwork)

/** Flight mode on or off. */
export function setOnline(online: boolean): void {
  if (phone.online === online) return
  phone.online = online
  reportNetwork()
}

/** How the line is from now on; what is on its way already is not touched. */
export function setLine(line: Line): void {
  phone.line = line
}

export function setTheme(theme: 'light' | 'dark'): void {
  if (phone.theme === theme) return
  phone.theme = theme
  document.documentElement.dataset.theme = theme
  phoneEvents.theme.emit({ theme })
}

/** Takes the person's other details from people.json. */
export function adoptPerson(people: readonly Person[]): void {
  const found = people.find((person) => person.openid === phone.person.openid)
  if (found) phone.person = found
}

/** Prefix of everything that this phone keeps for this person in the browser's storage. */
export const storageNamespace = () => `phone:${phone.id}:${phone.person.openid}:`
