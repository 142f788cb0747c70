/**
 * Activation: the document, then proof of the registered phone (WeChat's number by one tap, or a code by SMS), then the card.
 * Holders of an earlier card collect it here as well. Source: notice II, III.4; product "Activation".
 */
import { sayDate } from '../../../i18n/dates'
import { fill } from '../../../i18n/fill'
import { sayNames } from '../../../i18n/holder-name'
import { localised } from '../../../i18n/localised'
import {
  type CardReplies,
  checkDocument,
  type Document,
  dayOf,
  type FieldErrors,
  type Instant,
  type RefusalCode,
} from '../../../lib/domain'
import { activation } from '../../../services/activation'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { keepPortrait } from '../../../services/portrait'
import { keepCard } from '../../../services/wallet'
import { alumniWords, section } from '../../words/words'
import { activateCard, type Proof } from './activating'
import { secondsToWait } from './cooldown'

type Phase = 'document' | 'proof' | 'done'
type Face = { name: string; number: string; valid: string; portrait: string }
type Details = Readonly<Record<string, string | number>>

const SECOND = 1000
const CODE_DIGITS = 6
// Refusals that only the office can lift; all others say what to do on this page.
const FOR_THE_OFFICE: readonly RefusalCode[] = [
  'activation_not_matched',
  'too_many_attempts',
  'card_suspended',
  'card_revoked',
  'card_expired',
  'account_has_other_card',
]

type Own = { sentAt?: Instant | null; timer?: number }
const own = (page: object) => page as Own
const stopTimer = ({ timer }: Own) => timer !== undefined && clearInterval(timer)

Component({
  behaviors: [localised(section('activate'))],
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
    face: { name: '', number: '', valid: '', portrait: '' } as Face,
    welcome: '',
  },
  observers: {
    'language, phase'() {
      const { progress } = alumniWords[language()].activate
      this.setData({ progress: fill(progress, { current: this.data.phase === 'document' ? 1 : 2 }) })
    },
  },
  methods: {
    onUnload() {
      stopTimer(own(this))
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
        await this.activate({ kind: 'wechat_phone', code })
      }
    },
    async onSendCode() {
      const mine = own(this)
      if (this.data.sending || secondsToWait(mine.sentAt ?? null, now()) > 0) {
        return
      }
      this.setData({ sending: true, refusal: '', declined: false })
      const reply = await activation('sendCode', { document: this.data.document, language: language() })
      this.setData({ sending: false })
      if (!reply.ok) {
        this.refuse(reply.code, reply.details)
        return
      }
      mine.sentAt = now()
      this.setData({ bySms: true })
      this.countDown()
    },
    countDown() {
      const mine = own(this)
      stopTimer(mine)
      const say = () => {
        const t = alumniWords[language()].activate
        const seconds = secondsToWait(mine.sentAt ?? null, now())
        this.setData({ again: seconds > 0 ? fill(t.wait, { seconds }) : '' })
        if (seconds === 0) {
          stopTimer(mine)
        }
      }
      say()
      mine.timer = setInterval(say, SECOND)
    },
    onCode(event: WechatMiniprogram.Input) {
      this.setData({ code: event.detail.value.replace(/\D/g, '').slice(0, CODE_DIGITS) })
    },
    async onConfirm() {
      const { code } = this.data
      if (code.length === CODE_DIGITS) {
        await this.activate({ kind: 'sms_code', code })
      }
    },
    async activate(proof: Proof) {
      if (this.data.working) {
        return
      }
      this.setData({ working: true, noKey: false, refusal: '' })
      const reply = await activateCard(this.data.document, proof)
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
      const t = alumniWords[language()].activate
      const valid = sayDate(card.validUntil, language())
      const name = sayNames(card, language()).first
      this.setData({
        phase: 'done',
        document: { ...this.data.document, number: '' },
        face: { name, number: card.number, valid, portrait: card.portraitUrl },
        welcome: fill(t.doneText, { name, day: valid }),
      })
      void keepPortrait(card)
      Promise.resolve(wx.vibrateShort({ type: 'light' })).catch(() => {})
    },
    refuse(code: RefusalCode, details: Details = {}) {
      const t = alumniWords[language()].activate
      this.setData({
        refusal: code,
        details,
        action: FOR_THE_OFFICE.includes(code) ? t.help : code === 'activation_too_early' ? t.home : '',
      })
    },
    onAct() {
      if (this.data.refusal === 'activation_too_early') {
        wx.reLaunch({ url: '/pages/home/home' })
      } else {
        wx.navigateTo({ url: '/alumni/pages/help/help' })
      }
    },
    onShowCard() {
      wx.redirectTo({ url: '/pages/card/card' })
    },
  },
})
