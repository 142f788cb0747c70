/**
 * One's own data: who looked at the ID number, how long what is kept, what was agreed to, taking a copy, and deleting
 * it all. Both ask for the registered phone. Deleting says first what will happen; while it waits it can be taken back.
 * Withdrawing the consent is deleting, and says so. Source: product "Privacy".
 */
import { localised } from '../../../i18n/localised'
import type { ActivationRequest, CopyFile, PrivacyOverview, RefusalCode } from '../../../lib/domain'
import { fetchFile, openWorkbook, sendFile } from '../../../services/documents'
import { language } from '../../../services/language'
import { privacy } from '../../../services/privacy'
import { section } from '../../words/words'
import { type PrivacyView, privacyView } from './view'

type Proof = ActivationRequest<'activate'>['proof']
type Details = Readonly<Record<string, string | number>>

const CODE_DIGITS = 6
/** What the proof is asked for. */
type Purpose = 'copy' | 'delete' | 'withdraw'

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
    purpose: 'delete' as Purpose,
    files: [] as CopyFile[],
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
    onStart() {
      wx.reLaunch({ url: '/pages/home/home' })
    },
    onAsk(event: WechatMiniprogram.TouchEvent) {
      const { purpose } = event.currentTarget.dataset as { purpose: Purpose }
      this.setData({ ...shut, purpose, files: [], asking: true, keptDone: false })
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
      const isCopy = this.data.purpose === 'copy'
      const reply = isCopy
        ? await privacy('takeCopy', { proof, language: language() })
        : await privacy('askDeletion', { proof })
      this.setData({ working: false })
      if (!reply.ok) {
        this.setData({ code: '', asked: reply.code, details: reply.details ?? {} })
        return
      }
      // Its files stand in the sheet; closing it is the person's own affair.
      this.setData('files' in reply.value ? { ...shut, asking: true, files: reply.value.files } : shut)
      await this.load()
    },
    async onFile(event: WechatMiniprogram.TouchEvent) {
      const { index, send } = event.currentTarget.dataset as { index: number; send?: string }
      const file = this.data.files[index]
      if (!file) {
        return
      }
      if (!send && file.kind !== 'workbook') {
        await wx.previewImage({ urls: [file.url] })
        return
      }
      const path = await fetchFile(file.url)
      if (path === null) {
        wx.showToast({ title: this.data.t.copy.failed, icon: 'none' })
        return
      }
      await (send ? sendFile(path, file.name) : openWorkbook(path))
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
