// How the desk is laid out, kept between visits: whose phone is which, and how each is set up.
import type { Person } from '../link/people'

export const SLOTS = ['alumnus', 'reviewer', 'guard'] as const
export type Slot = (typeof SLOTS)[number]

export interface PhoneSettings {
  openid: string
  lang: 'zh' | 'en'
  theme: 'light' | 'dark'
  width: 375 | 430
  /** WeChat's font size setting in px. */
  font: number
  online: boolean
  /** How wrong the phone's clock runs, in milliseconds. */
  skew: number
}

export interface DeskSettings {
  lang: 'zh' | 'en'
  phones: Record<Slot, PhoneSettings>
}

const KEY = 'desk'

/** Screen heights that go with the widths (iPhone X and iPhone 15 Plus). */
export const HEIGHTS = { 375: 812, 430: 932 } as const

/** What was kept, completed; people that no longer exist are replaced. */
export function loadSettings(people: readonly Person[]): DeskSettings {
  const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<DeskSettings>
  const lang = kept.lang ?? (navigator.language.startsWith('zh') ? 'zh' : 'en')
  const phones = Object.fromEntries(
    SLOTS.map((slot) => {
      const before = kept.phones?.[slot]
      const owner = people.find((person) => person.role === slot) ?? people[0]
      const known = people.some((person) => person.openid === before?.openid)
      const fresh = { openid: owner?.openid ?? slot, lang, theme: 'light', width: 375, font: 16, online: true, skew: 0 }
      return [slot, { ...fresh, ...before, ...(!known && { openid: fresh.openid }) }]
    }),
  )
  return { lang, phones: phones as Record<Slot, PhoneSettings> }
}

export const saveSettings = (settings: DeskSettings) => localStorage.setItem(KEY, JSON.stringify(settings))
