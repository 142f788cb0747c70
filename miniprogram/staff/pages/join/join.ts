/**
 * Joining the staff: with an invitation, or, while nobody is administrator yet, with the code set at deployment. Says which
 * role one has and leads there. Source: product "People".
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import type { OfficeReplies, RefusalCode, Role, StaffView } from '../../../lib/domain'
import { language } from '../../../services/language'
import { office } from '../../../services/office'
import type { Reply } from '../../../services/request'
import { forgetRole, staffRole } from '../../../services/staff-role'
import { codeOf } from '../../invitation-query'
import { section, words } from '../../words'

const PLACES = {
  queue: '/staff/pages/queue/queue',
  gate: '/guard/pages/point/point',
  invite: '/staff/pages/invite/invite',
} as const

let member: StaffView | null = null
let isNew = false

Component({
  behaviors: [localised(section('join'))],
  data: {
    state: 'loading',
    code: '' as RefusalCode | '',
    refusal: '' as RefusalCode | '',
    mode: 'invited' as 'invited' | 'first',
    invitation: '',
    name: '',
    busy: false,
    missing: '',
    welcome: '',
    does: '',
    role: '' as Role | '',
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onLoad(query: { code?: string; scene?: string }) {
      member = null
      isNew = false
      this.setData({ invitation: codeOf(query) })
      await this.load()
    },
    // Who is staff already is told so, instead of wasting an invitation.
    async load() {
      this.setData({ state: 'loading', code: '' })
      const reply = await office('me', {})
      if (!reply.ok) {
        this.setData({ state: 'error', code: reply.code })
        return
      }
      member = reply.value.staff
      this.setData({ state: 'ready' })
      this.render()
    },
    render() {
      if (member) {
        const { join, roles } = words[language()]
        const { name, role } = member
        const sentence = isNew ? join.welcome : join.already
        this.setData({ role, welcome: fill(sentence, { name, role: roles[role] }), does: join.does[role] })
      }
    },
    onCode(event: WechatMiniprogram.Input) {
      this.setData({ invitation: event.detail.value, refusal: '', missing: '' })
    },
    onName(event: WechatMiniprogram.Input) {
      this.setData({ name: event.detail.value, refusal: '', missing: '' })
    },
    onMode() {
      this.setData({
        mode: this.data.mode === 'invited' ? 'first' : 'invited',
        invitation: '',
        refusal: '',
        missing: '',
      })
    },
    async onJoin() {
      const { mode, busy } = this.data
      const [code, name] = [this.data.invitation.trim(), this.data.name.trim()]
      if (busy) {
        return
      }
      if (code === '' || (mode === 'first' && name === '')) {
        this.setData({ missing: mode === 'first' ? this.data.t.bothMissing : this.data.t.codeMissing })
        return
      }
      this.setData({ busy: true, refusal: '' })
      const reply: Reply<OfficeReplies['join']> =
        mode === 'first' ? await office('bootstrap', { code, name }) : await office('join', { code })
      this.setData({ busy: false })
      await this.arrive(reply)
    },
    async arrive(reply: Reply<OfficeReplies['join']>) {
      if (!reply.ok) {
        this.setData({ refusal: reply.code })
        return
      }
      member = reply.value.staff
      isNew = true
      forgetRole()
      void staffRole() // so that the home page shows the way in at once
      this.render()
    },
    onGo(event: WechatMiniprogram.TouchEvent) {
      const { place } = event.currentTarget.dataset as { place: keyof typeof PLACES }
      wx.redirectTo({ url: PLACES[place] })
    },
  },
})
