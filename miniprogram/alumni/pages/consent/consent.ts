/**
 * Consent before registration: to the use of personal information and, separately, to that of the ID number (PIPL art.
 * 29). Both are given by a tap on their own line; the version of the texts goes to the server with the form. When the
 * texts have changed, who agreed before is asked again; they may think about it, or no longer agree, which is deleting
 * their data.
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import { type Language, type RefusalCode, university } from '../../../lib/domain'
import { keepConsent, keepRecorded, readConsent } from '../../../services/consent'
import { privacy as ask } from '../../../services/privacy'
import { alumniWords, section } from '../../words/words'

type Line = 'privacy' | 'document'

const WECHAT_ANSWERS_WITHIN_MS = 500

type Own = { waiting?: number }
const own = (page: object) => page as Own

Component({
  behaviors: [localised(section('consent'))],
  data: {
    privacy: false,
    document: false,
    missing: false,
    reading: false,
    amend: false,
    again: false,
    working: false,
    refusal: '' as RefusalCode | '',
    version: '',
    sections: [] as { head: string; text: string }[],
  },
  observers: {
    language(language: Language) {
      const { full, version } = alumniWords[language].consent
      const places = { university: university.name[language], office: university.alumniOffice[language] }
      this.setData({
        version: fill(version, { version: university.consent.privacy }),
        sections: full.sections.map(({ head, text }) => ({ head, text: fill(text, places) })),
      })
    },
  },
  methods: {
    onLoad(query: { amend?: string; again?: string }) {
      const given = readConsent() !== null
      this.setData({ amend: query.amend === '1', again: query.again === '1', privacy: given, document: given })
    },
    onToggle(event: WechatMiniprogram.TouchEvent) {
      const { line } = event.currentTarget.dataset as { line: Line }
      const given = line === 'privacy' ? this.data.privacy : this.data.document
      this.setData({ [line]: !given, missing: false })
    },
    onRead() {
      this.setData({ reading: true })
    },
    onReading(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      this.setData({ reading: event.detail.visible })
    },
    onReadDone() {
      this.setData({ reading: false })
    },
    onNext() {
      const { privacy, document } = this.data
      if (!privacy || !document) {
        this.setData({ missing: true })
        return
      }
      // The button also tells WeChat, whose own answer leads on; a WeChat that does not answer leads on all the same.
      own(this).waiting ??= setTimeout(() => this.goOn(), WECHAT_ANSWERS_WITHIN_MS)
    },
    onAgreed() {
      if (own(this).waiting !== undefined) {
        clearTimeout(own(this).waiting ?? 0)
        this.goOn()
      }
    },
    async goOn() {
      delete own(this).waiting
      if (this.data.again) {
        await this.agreeAgain()
        return
      }
      keepConsent()
      wx.redirectTo({ url: `/alumni/pages/form/form${this.data.amend ? '?amend=1' : ''}` })
    },
    async agreeAgain() {
      this.setData({ working: true, refusal: '' })
      const reply = await ask('agree', { consent: university.consent })
      this.setData({ working: false })
      if (!reply.ok) {
        this.setData({ refusal: reply.code })
        return
      }
      keepRecorded()
      this.onLater()
    },
    onLater() {
      wx.reLaunch({ url: '/pages/home/home' })
    },
    onNo() {
      wx.redirectTo({ url: '/alumni/pages/privacy/privacy' })
    },
  },
})
