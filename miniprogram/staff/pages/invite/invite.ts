/**
 * Inviting a colleague. An administrator names a person and a role; the code is shown once, large enough to read out, and
 * can be copied or sent as a card that opens the joining page. Source: product "People" (one-time invitation, 24 hours).
 */
import { localised } from '../../../i18n/localised'
import type { RefusalCode, Role } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { office } from '../../../services/office'
import { type Invitation, invitationView, roleViews } from '../../views/invitation'
import { section } from '../../words'

const JOIN = '/staff/pages/join/join'

// WeChat opens this page once at a time; what is not for the screen lives here. The code is never stored.
let made: Invitation | null = null

Component({
  behaviors: [localised(section('invite'))],
  data: {
    refusal: '' as RefusalCode | '',
    roles: [] as ReturnType<typeof roleViews>,
    role: 'reviewer' as Role,
    name: '',
    nameError: '',
    busy: false,
    invitation: null as ReturnType<typeof invitationView> | null,
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    onLoad() {
      made = null
      this.render()
    },
    render() {
      const [spoken, moment] = [language(), now()]
      this.setData({
        roles: roleViews(spoken),
        invitation: made && invitationView(made, spoken, moment),
      })
    },
    onRole(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: Role }
      this.setData({ role: id })
    },
    onName(event: WechatMiniprogram.Input) {
      this.setData({ name: event.detail.value, nameError: '' })
    },
    async onMake() {
      const { role, busy, t } = this.data
      const name = this.data.name.trim()
      if (busy) {
        return
      }
      if (name === '') {
        this.setData({ nameError: t.nameMissing })
        return
      }
      this.setData({ busy: true, refusal: '' })
      const reply = await office('invite', { role, name })
      this.setData({ busy: false })
      if (!reply.ok) {
        this.setData({ refusal: reply.code })
        return
      }
      made = { ...reply.value, name, role }
      this.setData({ name: '' })
      this.render()
    },
    onAnother() {
      made = null
      this.render()
    },
    onCopy() {
      // WeChat says by itself that it was copied.
      wx.setClipboardData({ data: made?.code ?? '' })
    },
    onShareAppMessage() {
      const query = made ? `?code=${encodeURIComponent(made.code)}` : ''
      return { title: this.data.invitation?.shareTitle ?? this.data.t.title, path: `${JOIN}${query}` }
    },
  },
})
