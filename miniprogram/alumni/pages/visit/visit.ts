/**
 * A visit instead of a card: the visits that a person has, and asking for another. Who comes is known from the application or
 * the card, so a day, a gate and a reason are all that is asked. Source: notice II and 5(1).
 */
import { sayDay } from '../../../i18n/dates'
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import type { RefusalDetails } from '../../../i18n/refusal'
import type { RefusalCode, VisitorReplies, VisitReason } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { ensureDeviceKey, publicKeyOf } from '../../../services/device-key'
import { language } from '../../../services/language'
import { visitor } from '../../../services/visitor'
import { keepVisit, readVisits, refreshVisits } from '../../services/visits'
import { alumniWords, section } from '../../words/words'
import { choicesOf, missingOf, type VisitDraft, type VisitLine, visitLines } from './view'

const blank: VisitDraft = { day: '', point: '', reason: '', note: '' }

type Own = { mine?: VisitorReplies['mine'] }
const own = (page: object) => page as Own

Component({
  behaviors: [localised(section('visit'))],
  data: {
    state: 'loading',
    code: '' as RefusalCode | '',
    refusal: '' as RefusalCode | '',
    details: {} as RefusalDetails,
    link: '',
    barred: '' as RefusalCode | '',
    lines: [] as VisitLine[],
    choices: null as ReturnType<typeof choicesOf> | null,
    most: '',
    draft: blank,
    dayText: '',
    missing: '',
    asking: false,
    noKey: false,
    cancelling: '',
    cancelHead: '',
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
    async load() {
      const reply = await refreshVisits()
      if (reply.ok) {
        own(this).mine = reply.value
      }
      const isKnown = own(this).mine !== undefined
      this.setData({
        state: isKnown ? 'ready' : 'error',
        code: reply.ok ? '' : reply.code,
        refusal: reply.ok || !isKnown ? '' : reply.code,
      })
      this.render()
    },
    render() {
      const { mine } = own(this)
      if (!mine) {
        return
      }
      const { draft } = this.data
      const t = alumniWords[language()].visit
      this.setData({
        link: mine.link,
        barred: mine.barred ?? '',
        lines: visitLines(readVisits(), mine.gates, language(), now()),
        choices: choicesOf(mine, draft.point, language(), now()),
        most: fill(t.most, { count: mine.most }),
        dayText: draft.day && sayDay(draft.day, language(), now()),
      })
    },
    change(changed: Partial<VisitDraft>) {
      this.setData({ draft: { ...this.data.draft, ...changed }, missing: '', refusal: '' })
      this.render()
    },
    onDay(event: WechatMiniprogram.PickerChange) {
      this.change({ day: String(event.detail.value) })
    },
    onGate(event: WechatMiniprogram.TouchEvent) {
      this.change({ point: event.currentTarget.dataset.id as string })
    },
    onReason(event: WechatMiniprogram.TouchEvent) {
      this.change({ reason: event.currentTarget.dataset.id as string })
    },
    onNote(event: WechatMiniprogram.Input) {
      this.change({ note: event.detail.value })
    },
    async onAsk() {
      const { draft, asking } = this.data
      const missing = missingOf(draft)
      if (asking || missing) {
        this.setData({ missing: missing ? alumniWords[language()].visit.missing[missing] : '' })
        return
      }
      this.setData({ asking: true, noKey: false, refusal: '' })
      await this.ask(draft)
      this.setData({ asking: false })
    },
    async ask({ day, point, reason, note }: VisitDraft) {
      const secret = await ensureDeviceKey().catch(() => null)
      if (!secret) {
        this.setData({ noKey: true })
        return
      }
      const wish = { day, point, reason: reason as VisitReason, note: reason === 'other' ? note : '' }
      const devicePublicKey = publicKeyOf(secret)
      const reply = await visitor('ask', { ...wish, devicePublicKey, language: language() })
      if (reply.ok) {
        keepVisit(reply.value.visit)
      } else if (reply.code !== 'no_answer' || !(await this.hasArrived(day))) {
        this.setData({ refusal: reply.code, details: reply.details ?? {} })
        return
      }
      this.setData({ draft: blank })
      this.render()
      wx.pageScrollTo({ scrollTop: 0 })
    },
    /** An answer that got lost says nothing about what was asked: look whether the visit is there. */
    async hasArrived(day: string) {
      await this.load()
      return readVisits().some((visit) => visit.day === day && visit.canCancel)
    },
    onPass(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      wx.navigateTo({ url: `/alumni/pages/day-pass/day-pass?id=${id}` })
    },
    onCancel(event: WechatMiniprogram.TouchEvent) {
      const { id, day } = event.currentTarget.dataset as { id: string; day: string }
      const { cancelHead } = alumniWords[language()].visit
      this.setData({ cancelling: id, cancelHead: fill(cancelHead, { day }), refusal: '' })
    },
    onKeep() {
      this.setData({ cancelling: '' })
    },
    async onCancelYes() {
      const { cancelling } = this.data
      this.setData({ cancelling: '' })
      const reply = await visitor('cancel', { id: cancelling })
      if (reply.ok) {
        keepVisit(reply.value.visit)
        this.render()
      } else {
        this.setData({ refusal: reply.code, details: reply.details ?? {} })
      }
    },
    onCopy() {
      wx.setClipboardData({ data: this.data.link })
    },
    onBarred() {
      const isHolder = this.data.barred === 'visit_holds_card'
      wx.navigateTo({ url: isHolder ? '/pages/card/card' : '/alumni/pages/consent/consent' })
    },
  },
})
