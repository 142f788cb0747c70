/**
 * The way from the queue to the rest of the office: first what everybody there needs daily, then what is for administrators.
 *   <staff-menu admin="{{isAdmin}}" marks="{{openMarks}}" />
 * `marks` is how many are open, '' while nobody knows.
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import type { Language } from '../../../lib/domain'
import { type StaffWords, section, words } from '../../words'

type Entry = {
  /** Its page, and its word. */
  id: Exclude<keyof StaffWords['menu'], 'badged'>
  icon: string
  forAdmin: boolean
}

const entries: readonly Entry[] = [
  { id: 'bulk', icon: 'check-circle-filled', forAdmin: false },
  { id: 'card', icon: 'search', forAdmin: false },
  { id: 'decisions', icon: 'history', forAdmin: false },
  { id: 'marks', icon: 'error-triangle', forAdmin: false },
  { id: 'visitors', icon: 'calendar', forAdmin: false },
  { id: 'messages', icon: 'mail', forAdmin: false },
  { id: 'dashboard', icon: 'chart-bar', forAdmin: false },
  { id: 'imports', icon: 'file-add', forAdmin: false },
  { id: 'paper', icon: 'edit', forAdmin: false },
  { id: 'identity', icon: 'link', forAdmin: false },
  { id: 'devices', icon: 'device', forAdmin: true },
  { id: 'menu', icon: 'chat-bubble-1', forAdmin: true },
  { id: 'people', icon: 'usergroup', forAdmin: true },
  { id: 'settings', icon: 'setting', forAdmin: true },
  { id: 'audit', icon: 'time', forAdmin: true },
]

/** Pages that stand where the parts of the registration form are. */
const ROOTS: Partial<Record<Entry['id'], string>> = { paper: '/alumni', identity: '/alumni' }

Component({
  behaviors: [localised(section('menu'))],
  properties: {
    admin: { type: Boolean, value: false },
    marks: { type: String, value: '' },
  },
  data: { items: [] as ReturnType<typeof itemView>[] },
  observers: {
    'admin, marks, language'(admin: boolean, marks: string, language: Language) {
      const allowed = entries.filter(({ forAdmin }) => admin || !forAdmin)
      this.setData({ items: allowed.map((entry) => itemView(entry, marks, language)) })
    },
  },
  methods: {
    onItem(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as Pick<Entry, 'id'>
      wx.navigateTo({ url: `${ROOTS[id] ?? '/staff'}/pages/${id}/${id}` })
    },
  },
})

function itemView({ id, icon }: Entry, marks: string, language: Language) {
  const { menu } = words[language]
  const badge = id === 'marks' && marks !== '0' ? marks : ''
  const label = badge === '' ? menu[id] : fill(menu.badged, { name: menu[id], count: badge })
  return { id, icon, name: menu[id], badge, label }
}
