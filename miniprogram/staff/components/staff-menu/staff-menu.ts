/**
 * The way from the queue to the rest of the office. While a round is reviewed it is one line, what a reviewer needs beside the
 * queue, and the way to the rest; between rounds the whole office lies open, in groups.
 *   <staff-menu admin="{{isAdmin}}" marks="{{openMarks}}" unfolded="{{isBetweenRounds}}" />
 * `marks` is how many are open, '' while nobody knows.
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import type { Language } from '../../../lib/domain'
import { type StaffWords, section, words } from '../../words'

type Menu = StaffWords['menu']
type Group = keyof Menu['groups']

type Entry = {
  /** Its page, and its word. */
  id: Exclude<keyof Menu, 'badged' | 'more' | 'fold' | 'groups'>
  icon: string
  group: Group
  forAdmin?: true
  /** Stands in the one line, too. */
  isDaily?: true
}

const groups: readonly Group[] = ['review', 'cards', 'office', 'system']

/** In the order in which they stand. */
const entries: readonly Entry[] = [
  { id: 'bulk', icon: 'check-circle-filled', group: 'review', isDaily: true },
  { id: 'decisions', icon: 'history', group: 'review', isDaily: true },
  { id: 'paper', icon: 'edit', group: 'review' },
  { id: 'messages', icon: 'mail', group: 'review' },
  { id: 'card', icon: 'search', group: 'cards' },
  { id: 'marks', icon: 'error-triangle', group: 'cards', isDaily: true },
  { id: 'visitors', icon: 'calendar', group: 'cards' },
  { id: 'identity', icon: 'link', group: 'cards' },
  { id: 'dashboard', icon: 'chart-bar', group: 'office' },
  { id: 'imports', icon: 'file-add', group: 'office' },
  { id: 'menu', icon: 'chat-bubble-1', group: 'office', forAdmin: true },
  { id: 'people', icon: 'usergroup', group: 'system', forAdmin: true },
  { id: 'devices', icon: 'device', group: 'system', forAdmin: true },
  { id: 'settings', icon: 'setting', group: 'system', forAdmin: true },
  { id: 'audit', icon: 'time', group: 'system', forAdmin: true },
]

/** Pages that stand where the parts of the registration form are. */
const ROOTS: Partial<Record<Entry['id'], string>> = { paper: '/alumni', identity: '/alumni' }

Component({
  behaviors: [localised(section('menu'))],
  properties: {
    admin: { type: Boolean, value: false },
    marks: { type: String, value: '' },
    unfolded: { type: Boolean, value: false },
  },
  data: {
    isOpen: false,
    daily: [] as ReturnType<typeof itemView>[],
    groups: [] as ReturnType<typeof groupViews>,
  },
  observers: {
    unfolded(isOpen: boolean) {
      this.setData({ isOpen })
    },
    'admin, marks, language'(admin: boolean, marks: string, language: Language) {
      const allowed = entries.filter(({ forAdmin }) => admin || !forAdmin)
      const daily = allowed.filter(({ isDaily }) => isDaily)
      this.setData({
        daily: daily.map((entry) => itemView(entry, marks, language)),
        groups: groupViews(allowed, marks, language),
      })
    },
  },
  methods: {
    onFold() {
      this.setData({ isOpen: !this.data.isOpen })
    },
    onItem(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as Pick<Entry, 'id'>
      wx.navigateTo({ url: `${ROOTS[id] ?? '/staff'}/pages/${id}/${id}` })
    },
  },
})

/** The groups that hold something for whoever looks. */
function groupViews(allowed: readonly Entry[], marks: string, language: Language) {
  const views = groups.map((id) => {
    const items = allowed.filter(({ group }) => group === id).map((entry) => itemView(entry, marks, language))
    return { id, name: words[language].menu.groups[id], items }
  })
  return views.filter(({ items }) => items.length > 0)
}

function itemView({ id, icon }: Entry, marks: string, language: Language) {
  const { menu } = words[language]
  const badge = id === 'marks' && marks !== '0' ? marks : ''
  const label = badge === '' ? menu[id] : fill(menu.badged, { name: menu[id], count: badge })
  return { id, icon, name: menu[id], badge, label }
}
