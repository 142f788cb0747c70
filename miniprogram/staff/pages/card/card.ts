/**
 * One card, found by its number: its state, whose it is (masked), where it was used, and the way to suspend, restore or revoke
 * it. Every change asks for a reason and once more; a revoked card stays revoked. Source: product "Gate" (suspended and revoked
 * told apart), "Staff office"; rules: domain/office/cards.ts.
 */
import { localised } from '../../../i18n/localised'
import {
  type CardReason,
  isImportedCardNumber,
  normaliseCardNumber,
  type OfficeCard,
  type OfficeReplies,
  type RefusalCode,
  type SettableStatus,
} from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { office } from '../../../services/office'
import type { Reply } from '../../../services/request'
import type { ReasonQuestion } from '../../components/reason-sheet/reason-sheet'
import { type CardPageView, cardView, confirmQuestion } from '../../views/card'
import { cardQuestion } from '../../views/reason'
import { section } from '../../words'

type Change = { status: SettableStatus; reason: CardReason; note?: string }

// WeChat opens this page once at a time; what is not for the screen lives here.
let card: OfficeCard | null = null
let change: Change | null = null

Component({
  behaviors: [localised(section('card'))],
  data: {
    number: '',
    numberError: '',
    state: '' as 'loading' | 'ready' | 'error' | '',
    code: '' as RefusalCode | '',
    refusal: '' as RefusalCode | '',
    view: null as CardPageView | null,
    asking: '' as SettableStatus | '',
    question: null as ReasonQuestion | null,
    confirming: null as ReturnType<typeof confirmQuestion> | null,
    busy: false,
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onLoad({ number = '' }: { number?: string }) {
      card = null
      change = null
      this.setData({ number })
      if (number !== '') {
        await this.onFind()
      }
    },
    onNumber(event: WechatMiniprogram.Input) {
      this.setData({ number: event.detail.value, numberError: '' })
    },
    async onFind() {
      const number = normaliseCardNumber(this.data.number)
      if (!isImportedCardNumber(number)) {
        this.setData({ numberError: this.data.t.numberMissing })
        return
      }
      card = null
      this.setData({ state: 'loading', code: '', refusal: '', view: null })
      this.show(await office('card', { cardNumber: number }))
    },
    show(reply: Reply<OfficeReplies['card']>) {
      card = reply.ok ? reply.value.card : card
      this.setData({ state: card ? 'ready' : 'error', code: reply.ok ? '' : reply.code })
      this.render()
    },
    render() {
      const { asking } = this.data
      this.setData({
        view: card && cardView(card, language(), now()),
        question: asking === '' ? null : cardQuestion(asking, language()),
        confirming: card && change && confirmQuestion(card, change.status, language()),
      })
    },
    onAct(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: SettableStatus }
      this.setData({ asking: id, refusal: '' })
      this.render()
    },
    onReason(event: WechatMiniprogram.CustomEvent<Omit<Change, 'status'>>) {
      const { asking } = this.data
      if (asking !== '') {
        change = { status: asking, ...event.detail }
        this.closeSheet()
      }
    },
    closeSheet() {
      this.setData({ asking: '' })
      this.render()
    },
    onNotNow() {
      change = null
      this.render()
    },
    async onConfirm() {
      if (!card || !change || this.data.busy) {
        return
      }
      const { number } = card
      const wanted = change
      this.onNotNow()
      this.setData({ busy: true })
      const reply = await office('setCardStatus', { cardNumber: number, ...wanted })
      this.setData({ busy: false })
      if (reply.ok) {
        this.show(reply)
        wx.showToast({ title: this.data.t.done, icon: 'none' })
        return
      }
      this.setData({ refusal: reply.code })
    },
    onMarks() {
      wx.navigateTo({ url: '/staff/pages/marks/marks' })
    },
  },
})
