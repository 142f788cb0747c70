/**
 * One application on one screen, decided with one thumb, and straight on to the next undecided one. The last decision can be
 * undone from the bar above the buttons. Seeing the full document number is one tap, logged, and shown to the applicant.
 * Source: product "Review".
 */
import { localised } from '../../../i18n/localised'
import type { RefusalCode, Verdict } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import type { Reply } from '../../../services/request'
import { review } from '../../../services/review'
import type { ReasonQuestion } from '../../components/reason-sheet/reason-sheet'
import { noteDecision } from '../../decided'
import { Desk } from '../../desk'
import { type ApplicationView, applicationView, groupNumber, lastText } from '../../views/application'
import { type Asked, reasonQuestion } from '../../views/reason'
import { section } from '../../words'

// WeChat opens this page once at a time; what is not for the screen lives here.
let desk: Desk

Component({
  behaviors: [localised(section('application'))],
  data: {
    state: 'loading',
    code: '' as RefusalCode | '',
    refusal: '' as RefusalCode | '',
    details: {} as object,
    view: null as ApplicationView | null,
    fullNumber: '',
    revealing: false,
    busy: '' as Verdict['kind'] | 'undo' | '',
    asking: '' as Asked | '',
    question: null as ReasonQuestion | null,
    last: '',
    allDone: false,
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onLoad({ id = '' }: { id?: string }) {
      desk = new Desk({
        load: (wanted) => review('application', { id: wanted }),
        decide: (wanted, version, verdict) => review('decide', { id: wanted, version, verdict }),
        undo: (wanted, version) => review('undo', { id: wanted, version }),
        note: noteDecision,
      })
      await this.open(id)
    },
    // The full number stays on the screen only while somebody looks at it.
    onHide() {
      this.setData({ fullNumber: '' })
    },
    async onRetry() {
      const { id = '' } = this.data.view ?? {}
      await this.open(id || (getCurrentPages().pop()?.options.id ?? ''))
    },
    async open(id: string) {
      this.setData({ state: 'loading', code: '', refusal: '', fullNumber: '', allDone: false, view: null })
      this.arrive(await desk.open(id))
    },
    arrive(reply: Reply<unknown> | null) {
      if (reply && !reply.ok) {
        this.setData({ state: 'error', code: reply.code, details: reply.details ?? {} })
        return
      }
      wx.pageScrollTo({ scrollTop: 0, duration: 0 })
      this.setData({ state: 'ready' })
      this.render()
    },
    render() {
      if (desk?.current && this.data.state === 'ready') {
        this.setData({
          view: applicationView(desk.current, language(), now()),
          last: lastText(desk.last, language()),
          question: this.data.asking === '' ? null : reasonQuestion(this.data.asking, language()),
        })
      }
    },
    onApprove() {
      void this.decide({ kind: 'approve' })
    },
    onReturn() {
      this.ask('return')
    },
    onReject() {
      this.ask('reject')
    },
    ask(asking: Asked) {
      this.setData({ asking, question: reasonQuestion(asking, language()) })
    },
    onCancelSheet() {
      this.setData({ asking: '', question: null })
    },
    onReason(event: WechatMiniprogram.CustomEvent<Pick<Verdict, 'reason' | 'note'>>) {
      void this.decide({ kind: this.data.asking, ...event.detail } as Verdict)
    },
    async decide(verdict: Verdict) {
      if (this.data.busy !== '') {
        return
      }
      this.setData({ busy: verdict.kind, refusal: '' })
      const reply = await desk.decide(verdict)
      this.setData({ busy: '' })
      if (reply?.ok) {
        this.onCancelSheet()
        await this.goOn(reply.value.next)
      } else if (reply) {
        await this.explain(reply.code, reply.details)
      }
    },
    async goOn(next: string | null) {
      if (next !== null) {
        await this.open(next)
        return
      }
      this.setData({ allDone: true, view: null, last: lastText(desk.last, language()) })
    },
    // Somebody was faster, or the round was closed: what is on the screen is out of date.
    async explain(code: RefusalCode, details: object = {}) {
      if (code === 'already_decided' || code === 'round_closed') {
        this.onCancelSheet()
        this.arrive(await desk.reload())
      }
      this.setData({ refusal: code, details })
    },
    async onUndo() {
      await this.undo(() => desk.undo())
    },
    async onUndoCurrent() {
      await this.undo(() => desk.undoCurrent())
    },
    async undo(work: () => Promise<Reply<{ id: string }> | null>) {
      if (this.data.busy !== '') {
        return
      }
      this.setData({ busy: 'undo', refusal: '' })
      const reply = await work()
      this.setData({ busy: '' })
      if (reply?.ok) {
        await this.open(reply.value.id)
        wx.showToast({ title: this.data.t.undone, icon: 'none' })
      } else if (reply) {
        this.render()
        await this.explain(reply.code, reply.details)
      }
    },
    async onNumber() {
      const { view, revealing, fullNumber } = this.data
      if (fullNumber !== '') {
        this.setData({ fullNumber: '' })
      } else if (view && !revealing) {
        await this.reveal(view.id)
      }
    },
    async reveal(id: string) {
      this.setData({ revealing: true, refusal: '' })
      const reply = await review('revealDocument', { id })
      this.setData({ revealing: false })
      if (!reply.ok) {
        this.setData({ refusal: reply.code, details: reply.details ?? {} })
      } else if (this.data.view?.id === id) {
        this.setData({ fullNumber: groupNumber(reply.value.document) })
      }
    },
    onZoom(event: WechatMiniprogram.TouchEvent) {
      const { url } = event.currentTarget.dataset as { url: string }
      const { portraitUrl = '', proofUrl = '' } = this.data.view ?? {}
      wx.previewImage({ current: url, urls: [portraitUrl, proofUrl].filter(Boolean) })
    },
    onNext() {
      void this.open(this.data.view?.next ?? '')
    },
    onRound() {
      wx.redirectTo({ url: '/staff/pages/round/round' })
    },
    onBack() {
      wx.navigateBack()
    },
  },
})
