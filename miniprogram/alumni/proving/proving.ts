/**
 * What activation and renewal have in common: the document, then proof of the registered phone (WeChat's number by one tap, or
 * a code by SMS), then the card on this phone. The pages differ in their words, in what they ask of the cloud, and in where a
 * refusal leads. Markup and looks: steps.wxml and steps.wxss.
 */
import { sayDate } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import { sayNames } from '../../i18n/holder-name'
import {
  type CardReplies,
  checkDocument,
  type Document,
  dayOf,
  type FieldErrors,
  type RefusalCode,
} from '../../lib/domain'
import { activation } from '../../services/activation'
import { now } from '../../services/clock'
import { language } from '../../services/language'
import { keepPortrait } from '../../services/portrait'
import { keepNotices, offerNotices } from '../../services/subscribe'
import { keepCard } from '../../services/wallet'
import { carry } from '../carried'
import { alumniWords } from '../words/words'
import { Cooldown } from './cooldown'
import type { Asked, Proof } from './proved-card'
import { follow, refusalView, type Ways } from './ways'

type Phase = 'document' | 'proof' | 'done'
type Face = { name: string; number: string; valid: string; portrait: string }
type Details = Readonly<Record<string, string | number>>

type Options = {
  /** The section of its words. */
  words: 'activate' | 'renew'
  /** Asks the cloud for the card. */
  ask: (document: Document, proof: Proof) => Promise<Asked>
  ways: Ways
}

const CODE_DIGITS = 6

type Own = { cooldown?: Cooldown; leaving?: boolean }
const own = (page: object) => page as Own

/** Makes the behaviour of one page. */
export function proving({ words, ask, ways }: Options) {
  const t = () => alumniWords[language()][words]
  return Behavior({
    data: {
      phase: 'document' as Phase,
      progress: '',
      document: { type: 'resident_id', country: 'CHN', number: '' } as Document,
      errors: {} as FieldErrors,
      bySms: false,
      sending: false,
      again: '',
      code: '',
      working: false,
      declined: false,
      noKey: false,
      refusal: '' as RefusalCode | '',
      details: {} as Details,
      action: '',
      hint: '',
      early: false,
      face: { name: '', number: '', valid: '', portrait: '' } as Face,
      welcome: '',
    },
    observers: {
      'language, phase'() {
        this.setData({ progress: fill(t().progress, { current: this.data.phase === 'document' ? 1 : 2 }) })
      },
    },
    methods: {
      onUnload() {
        own(this).cooldown?.stop()
      },
      onDocument(event: WechatMiniprogram.CustomEvent<Document>) {
        this.setData({ document: event.detail })
      },
      onLeave(event: WechatMiniprogram.CustomEvent<{ field: string }>) {
        const { field } = event.detail
        const code = this.documentErrors()[field]
        this.setData({ errors: code ? { ...this.data.errors, [field]: code } : {} })
      },
      documentErrors(): FieldErrors {
        return checkDocument(this.data.document, dayOf(now()))
      },
      onNext() {
        const errors = this.documentErrors()
        this.setData({ errors, refusal: '' })
        if (Object.keys(errors).length === 0) {
          this.setData({ phase: 'proof' })
        }
      },
      onBack() {
        this.setData({ phase: 'document', bySms: false, code: '', declined: false, refusal: '' })
      },
      async onWechatPhone(event: WechatMiniprogram.CustomEvent<{ code?: string }>) {
        const { code } = event.detail
        this.setData({ declined: !code })
        if (code) {
          await this.prove({ kind: 'wechat_phone', code })
        }
      },
      async onSendCode() {
        own(this).cooldown ??= new Cooldown((seconds) => this.sayWait(seconds))
        const { cooldown } = own(this)
        if (this.data.sending || !cooldown?.isOver()) {
          return
        }
        this.setData({ sending: true, refusal: '', declined: false })
        const reply = await activation('sendCode', { document: this.data.document, language: language() })
        this.setData({ sending: false })
        if (!reply.ok) {
          this.refuse(reply.code, reply.details)
          return
        }
        this.setData({ bySms: true })
        cooldown.begin()
      },
      sayWait(seconds: number) {
        this.setData({ again: seconds > 0 ? fill(t().wait, { seconds }) : '' })
      },
      onCode(event: WechatMiniprogram.Input) {
        this.setData({ code: event.detail.value.replace(/\D/g, '').slice(0, CODE_DIGITS) })
      },
      async onConfirm() {
        const { code } = this.data
        if (code.length === CODE_DIGITS) {
          await this.prove({ kind: 'sms_code', code })
        }
      },
      async prove(proof: Proof) {
        if (this.data.working) {
          return
        }
        this.setData({ working: true, noKey: false, refusal: '' })
        const reply = await ask(this.data.document, proof)
        this.setData({ working: false })
        if (reply.ok) {
          this.celebrate(reply.value)
        } else if (reply.code === 'no_key') {
          this.setData({ noKey: true })
        } else {
          this.setData({ code: '' })
          this.refuse(reply.code, reply.details)
        }
      },
      celebrate(value: CardReplies['show']) {
        const { card } = keepCard(value)
        const valid = sayDate(card.validUntil, language())
        const name = sayNames(card, language()).first
        this.setData({
          phase: 'done',
          document: { ...this.data.document, number: '' },
          face: { name, number: card.number, valid, portrait: card.portraitUrl },
          welcome: fill(t().doneText, { name, day: valid }),
        })
        void keepPortrait(card)
        Promise.resolve(wx.vibrateShort({ type: 'light' })).catch(() => {})
      },
      refuse(code: RefusalCode, details: Details = {}) {
        this.setData({ refusal: code, details, ...refusalView(code, ways, t()) })
      },
      onAct() {
        const { refusal } = this.data
        const way = refusal === '' ? undefined : ways[refusal]
        if (way?.label === 'register') {
          carry(this.data.document)
        }
        if (way) {
          follow(way)
        }
      },
      /** The last tap asks whether WeChat may remind them when the card is about to end: one consent, one reminder. */
      async onShowCard() {
        if (own(this).leaving) {
          return
        }
        own(this).leaving = true
        void keepNotices(await offerNotices(['renewal_due']))
        wx.redirectTo({ url: '/pages/card/card' })
      },
    },
  })
}
