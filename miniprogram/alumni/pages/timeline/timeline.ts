/**
 * How the application is going: the steps with their dates, the reason of a return or a refusal with its next step, who looked
 * at the ID number, and withdrawing before the review.
 */
import { localised } from '../../../i18n/localised'
import { type ApplicationView, hasLostCard, type RefusalCode } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { registration } from '../../../services/registration'
import { readWallet } from '../../../services/wallet'
import { section } from '../../words/words'
import { type NextAction, type TimelineView, timelineView } from './view'

const ADDRESS: Record<NextAction, string> = {
  amend: '/alumni/pages/form/form?amend=1',
  activate: '/alumni/pages/activate/activate',
  showCard: '/pages/card/card',
  register: '/alumni/pages/consent/consent',
  help: '/alumni/pages/help/help',
}

type Own = { application?: ApplicationView; cardNumber: string | null }
const own = (page: object) => page as Own

Component({
  behaviors: [localised(section('timeline'))],
  data: {
    state: 'loading',
    code: '' as RefusalCode | '',
    view: null as TimelineView | null,
    asking: false,
    withdrawing: false,
    refusal: '' as RefusalCode | '',
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onShow() {
      await this.load()
    },
    async onPullDownRefresh() {
      await this.load()
      wx.stopPullDownRefresh()
    },
    async load() {
      const reply = await registration('status', {})
      if (!reply.ok) {
        // What is on the screen stays; only a first visit has nothing to show.
        this.setData({
          code: reply.code,
          state: this.data.view ? 'ready' : 'error',
          refusal: this.data.view ? reply.code : '',
        })
        return
      }
      const { application, cardNumber } = reply.value
      own(this).cardNumber = cardNumber
      if (application) {
        this.show(application)
      } else {
        this.setData({ state: 'empty' })
      }
    },
    show(application: ApplicationView) {
      own(this).application = application
      this.setData({ state: 'ready', refusal: '' })
      this.render()
    },
    render() {
      const { application, cardNumber } = own(this)
      if (application) {
        const card = readWallet()?.card
        const activatedAt = card && card.number === application.result?.cardNumber ? card.activatedAt : null
        const isGone = activatedAt === null && hasLostCard(application.stage, cardNumber)
        this.setData({ view: timelineView({ application, activatedAt, isGone, now: now(), language: language() }) })
      }
    },
    onAction() {
      const kind = this.data.view?.action?.kind
      if (kind) {
        wx.navigateTo({ url: ADDRESS[kind] })
      }
    },
    onStart() {
      wx.reLaunch({ url: '/pages/home/home' })
    },
    onVisit() {
      wx.navigateTo({ url: '/alumni/pages/visit/visit' })
    },
    onPrivacy() {
      wx.navigateTo({ url: '/alumni/pages/privacy/privacy' })
    },
    onWithdraw() {
      this.setData({ asking: true })
    },
    onAsking(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      this.setData({ asking: event.detail.visible })
    },
    onKeep() {
      this.setData({ asking: false })
    },
    async onWithdrawYes() {
      if (this.data.withdrawing) {
        return
      }
      this.setData({ asking: false, withdrawing: true, refusal: '' })
      const reply = await registration('withdraw', {})
      if (reply.ok) {
        this.show(reply.value.application)
      } else if (!(await this.wasWithdrawn(reply.code))) {
        this.setData({ refusal: reply.code })
      }
      this.setData({ withdrawing: false })
    },
    /** An answer that got lost says nothing about what was asked: look whether it happened. */
    async wasWithdrawn(code: RefusalCode) {
      if (code !== 'no_answer') {
        return false
      }
      await this.load()
      return own(this).application?.stage === 'withdrawn'
    },
  },
})
