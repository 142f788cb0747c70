/**
 * One's own data: who looked at the ID number, how long what is kept, what was agreed to, and deleting it all. Deleting says
 * first what will happen and asks for the registered phone; while it waits it can be taken back. Source: product "Privacy".
 */
import { localised } from '../../../i18n/localised'
import type { ActivationRequest, PrivacyOverview, RefusalCode } from '../../../lib/domain'
import { language } from '../../../services/language'
import { privacy } from '../../../services/privacy'
import { section } from '../../words/words'
import { type PrivacyView, privacyView } from './view'

type Proof = ActivationRequest<'activate'>['proof']
type Details = Readonly<Record<string, string | number>>

const CODE_DIGITS = 6
const shut = { asking: false, bySms: false, code: '', declined: false, asked: '' as RefusalCode | '' }

type Own = { overview?: PrivacyOverview }
const own = (page: object) => page as Own

Component({
  behaviors: [localised(section('privacy'))],
  data: {
    state: 'loading',
    refusal: '' as RefusalCode | '',
    details: {} as Details,
    view: null as PrivacyView | null,
    working: false,
    sending: false,
    keptDone: false,
    ...shut,
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
      const reply = await privacy('overview', {})
      if (!reply.ok) {
        this.setData({ state: this.data.view ? 'ready' : 'error', refusal: reply.code })
        return
      }
      own(this).overview = reply.value
      this.setData({ state: reply.value.held ? 'ready' : 'empty', refusal: '' })
      this.render()
    },
    render() {
      const { overview } = own(this)
      if (overview) {
        this.setData({ view: privacyView(overview, language()) })
      }
    },
    onDelete() {
      this.setData({ ...shut, asking: true, keptDone: false })
    },
    onAsking(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      this.setData({ asking: event.detail.visible })
    },
    onNot() {
      this.setData(shut)
    },
    async onWechatPhone(event: WechatMiniprogram.CustomEvent<{ code?: string }>) {
      const { code } = event.detail
      this.setData({ declined: !code })
      if (code) {
        await this.ask({ kind: 'wechat_phone', code })
      }
    },
    async onSendCode() {
      if (this.data.sending) {
        return
      }
      this.setData({ sending: true, asked: '', declined: false })
      const reply = await privacy('sendCode', { language: language() })
      this.setData(reply.ok ? { sending: false, bySms: true } : { sending: false })
      if (!reply.ok) {
        this.setData({ asked: reply.code, details: reply.details ?? {} })
      }
    },
    onCode(event: WechatMiniprogram.Input) {
      this.setData({ code: event.detail.value.replace(/\D/g, '').slice(0, CODE_DIGITS) })
    },
    async onConfirm() {
      const { code } = this.data
      if (code.length === CODE_DIGITS) {
        await this.ask({ kind: 'sms_code', code })
      }
    },
    async ask(proof: Proof) {
      if (this.data.working) {
        return
      }
      this.setData({ working: true, asked: '' })
      const reply = await privacy('askDeletion', { proof })
      this.setData({ working: false })
      if (reply.ok) {
        this.setData(shut)
        await this.load()
      } else {
        this.setData({ code: '', asked: reply.code, details: reply.details ?? {} })
      }
    },
    async onKeep() {
      if (this.data.working) {
        return
      }
      this.setData({ working: true, refusal: '' })
      const reply = await privacy('keepData', {})
      this.setData({ working: false })
      if (!reply.ok) {
        this.setData({ refusal: reply.code })
        return
      }
      await this.load()
      this.setData({ keptDone: true })
    },
  },
})
