/**
 * Staff: who is in the office with which role, who is invited, and the way to change it. Every change is asked about once
 * more, with what it means for the person; nobody changes their own role. Rules: domain/office/members.ts.
 */
import { localised } from '../../../i18n/localised'
import type { MemberView, OfficeReplies, RefusalCode, Role } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { office } from '../../../services/office'
import type { Reply } from '../../../services/request'
import { type Deed, deedQuestion, memberSheet, membersView } from '../../views/members'
import { section } from '../../words'

// WeChat opens this page once at a time; what is not for the screen lives here.
let everybody: OfficeReplies['staff'] | null = null
let chosen: MemberView | null = null
let deed: Deed | null = null

Component({
  behaviors: [localised(section('people'))],
  data: {
    state: 'loading',
    code: '' as RefusalCode | '',
    refusal: '' as RefusalCode | '',
    view: null as ReturnType<typeof membersView> | null,
    sheet: null as ReturnType<typeof memberSheet> | null,
    question: null as ReturnType<typeof deedQuestion> | null,
    busy: false,
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    onLoad() {
      everybody = null
      chosen = null
      deed = null
    },
    // Also after somebody was invited on the next page.
    async onShow() {
      await this.load()
    },
    async onPullDownRefresh() {
      await this.load()
      wx.stopPullDownRefresh()
    },
    async load() {
      this.setData({ state: everybody ? 'ready' : 'loading', code: '' })
      this.show(await office('staff', {}))
    },
    show(reply: Reply<OfficeReplies['staff']>) {
      everybody = reply.ok ? reply.value : everybody
      this.setData({ state: everybody ? 'ready' : 'error', code: reply.ok ? '' : reply.code })
      this.render()
    },
    render() {
      const spoken = language()
      this.setData({
        view: everybody && membersView(everybody, spoken, now()),
        sheet: chosen && memberSheet(chosen, spoken),
        question: deed && deedQuestion(deed, spoken),
      })
    },
    onInvite() {
      wx.navigateTo({ url: '/staff/pages/invite/invite' })
    },
    onChange(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as Pick<MemberView, 'id'>
      chosen = everybody?.staff.find((member) => member.id === id) ?? null
      this.setData({ refusal: '' })
      this.render()
    },
    onRole(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: Role }
      this.ask(chosen && { kind: 'role', member: chosen, role: id })
    },
    onRemove() {
      this.ask(chosen && { kind: 'remove', member: chosen })
    },
    onWithdraw(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      const invitation = everybody?.invited.find((each) => each.id === id)
      this.setData({ refusal: '' })
      this.ask(invitation ? { kind: 'withdraw', invitation } : null)
    },
    ask(wanted: Deed | null) {
      deed = wanted
      chosen = null
      this.render()
    },
    onNotNow() {
      this.ask(null)
    },
    // Swallows taps and moves, so that the page below stays where it is.
    onNothing() {},
    async onConfirm() {
      const wanted = deed
      if (!wanted || this.data.busy) {
        return
      }
      this.ask(null)
      this.setData({ busy: true })
      const reply = await done(wanted)
      this.setData({ busy: false, refusal: reply.ok ? '' : reply.code })
      if (reply.ok) {
        this.show(reply)
        wx.showToast({ title: this.data.t[OUTCOMES[wanted.kind]], icon: 'none' })
      }
    },
  },
})

const OUTCOMES = { role: 'changed', remove: 'removed', withdraw: 'withdrawn' } as const

function done(wanted: Deed): Promise<Reply<OfficeReplies['staff']>> {
  switch (wanted.kind) {
    case 'role':
      return office('changeRole', { id: wanted.member.id, role: wanted.role })
    case 'remove':
      return office('removeStaff', { id: wanted.member.id })
    default:
      return office('withdrawInvitation', { id: wanted.invitation.id })
  }
}
