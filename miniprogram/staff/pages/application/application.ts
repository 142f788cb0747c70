/**
 * One application on one screen, decided with one thumb or one key, and straight on to the next undecided one, which is in
 * hand already. The last decision can be undone from the bar above the buttons. Seeing the full document number is one tap,
 * logged, shown to the applicant, and hidden again after a while. Source: product "Review".
 */
import { localised } from '../../../i18n/localised'
import type { RefusalCode, ReviewApplication, Verdict } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { onKeyPress } from '../../../services/key-presses'
import { language } from '../../../services/language'
import type { Reply } from '../../../services/request'
import { review } from '../../../services/review'
import type { ReasonQuestion } from '../../components/reason-sheet/reason-sheet'
import type { Desk } from '../../desk'
import { newDesk, othersAreReading, RENEW_EVERY } from '../../desk-at-office'
import { noteReason } from '../../reason-habits'
import { type Command, commandOf } from '../../shortcuts'
import { type ApplicationView, applicationView, groupNumber, lastText } from '../../views/application'
import { type Asked, reasonQuestion } from '../../views/reason'
import { shortcutRows } from '../../views/shortcuts'
import { section } from '../../words'

/** A second tap of the same thumb must not decide about the one that has just come up. */
const DOUBLE_TAP_MS = 350
/** A full number stays on the screen this long. */
const NUMBER_STAYS_MS = 30_000

// WeChat opens this page once at a time; what is not for the screen lives here.
let desk: Desk
let renewing = 0
let hiding = 0
let decidedAt = 0
let stopKeys = () => {}

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
    undoing: false,
    asking: '' as Asked | '',
    question: null as ReasonQuestion | null,
    last: '',
    allDone: false,
    othersRead: '',
    ahead: [] as string[],
    shortcuts: [] as ReturnType<typeof shortcutRows>,
    photos: [] as string[],
    photo: -1,
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onLoad({ id = '' }: { id?: string }) {
      desk = newDesk(({ portraitUrl, proofUrl }) => {
        this.setData({ ahead: [portraitUrl, proofUrl].filter(Boolean) })
      })
      decidedAt = 0
      await (id === '' ? this.goOn() : this.open(id))
    },
    onShow() {
      stopKeys = onKeyPress((key) => this.onKey(key))
      renewing = setInterval(() => void this.renew(), RENEW_EVERY)
      void this.renew()
    },
    onHide() {
      this.hideNumber()
      this.rest()
    },
    onUnload() {
      this.rest()
      clearTimeout(hiding)
      void desk.leave()
    },
    rest() {
      stopKeys()
      clearInterval(renewing)
    },
    async renew() {
      if (await desk?.renew()) {
        this.arrive(await desk.reload())
      }
    },
    async onRetry() {
      const { id = '' } = desk.current ?? getCurrentPages().pop()?.options ?? {}
      await (id === '' ? this.goOn() : this.open(id))
    },
    async open(id: string) {
      this.clear()
      this.arrive(await desk.open(id))
    },
    clear() {
      this.hideNumber()
      this.setData({ state: 'loading', code: '', refusal: '', allDone: false, view: null, photo: -1 })
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
      const spoken = language()
      if (desk?.current && this.data.state === 'ready') {
        this.setData({
          view: applicationView(desk.current, spoken, now()),
          question: this.data.asking === '' ? null : reasonQuestion(this.data.asking, spoken),
        })
      }
      this.setData({ last: lastText(desk?.last ?? null, spoken) })
    },
    async goOn() {
      this.clear()
      const reply = await desk.advance()
      if (reply.ok && !reply.value.application) {
        await this.finish()
      } else {
        this.arrive(reply)
      }
    },
    // Nothing is left to take: all is decided, or the rest lies on colleagues' desks.
    async finish() {
      await desk.sent()
      const othersRead = await othersAreReading(language())
      if (!desk.current) {
        this.setData({ state: 'ready', allDone: true, othersRead, last: lastText(desk.last, language()) })
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
      const { asking } = this.data
      noteReason(asking, event.detail.reason ?? '')
      void this.decide({ kind: asking, ...event.detail } as Verdict)
    },
    async decide(verdict: Verdict) {
      const application = desk.current
      if (!application || Date.now() - decidedAt < DOUBLE_TAP_MS) {
        return
      }
      decidedAt = Date.now()
      this.onCancelSheet()
      const sent = desk.decide(verdict)
      const [reply] = await Promise.all([sent, this.goOn()])
      if (reply && !reply.ok) {
        await this.explain(application, reply)
      }
    },
    // It lies on the desk again: somebody was faster, the round was closed, or nothing got through.
    async explain(
      { id }: Pick<ReviewApplication, 'id'>,
      { code, details = {} }: Extract<Reply<unknown>, { ok: false }>,
    ) {
      decidedAt = 0
      this.clear()
      const isStale = code !== 'offline' && code !== 'no_answer' && code !== 'busy'
      this.arrive(isStale && desk.current?.id === id ? await desk.reload() : null)
      this.setData({ refusal: code, details })
    },
    onUndo() {
      void this.undo(() => desk.undo())
    },
    onUndoCurrent() {
      void this.undo(() => desk.undoCurrent())
    },
    async undo(work: () => Promise<Reply<ReviewApplication> | null>) {
      if (this.data.undoing) {
        return
      }
      this.setData({ undoing: true, refusal: '' })
      const reply = await work()
      this.setData({ undoing: false })
      if (reply?.ok) {
        this.clear()
        this.arrive(reply)
        wx.showToast({ title: this.data.t.undone, icon: 'none' })
      } else if (reply) {
        this.render()
        await this.explain({ id: desk.current?.id ?? '' }, reply)
      }
    },
    async onNumber() {
      const { view, revealing, fullNumber } = this.data
      if (fullNumber !== '') {
        this.hideNumber()
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
        hiding = setTimeout(() => this.hideNumber(), NUMBER_STAYS_MS)
      }
    },
    hideNumber() {
      clearTimeout(hiding)
      this.setData({ fullNumber: '' })
    },
    onZoom(event: WechatMiniprogram.TouchEvent) {
      const { url } = event.currentTarget.dataset as { url: string }
      this.zoom(url)
    },
    /** Another application that may be the same person's. */
    onOther(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      void this.open(event.detail.id)
    },
    zoom(url: string) {
      const { portraitUrl = '', proofUrl = '' } = this.data.view ?? {}
      const photos = [portraitUrl, proofUrl].filter(Boolean)
      this.setData({ photos, photo: photos.indexOf(url) })
    },
    onCloseViewer() {
      this.setData({ photo: -1 })
    },
    onKey(key: string) {
      if (this.data.photo >= 0) {
        this.selectComponent('#viewer').press(key)
      } else if (this.data.question) {
        this.selectComponent('#reasons').press(key)
      } else {
        const command = commandOf(key)
        if (command) {
          this.run(command)
        }
      }
    },
    run(command: Command) {
      const { view, allDone } = this.data
      const canDecide = view?.canDecide === true
      const commands: Record<Command, () => void> = {
        approve: () => canDecide && this.onApprove(),
        return: () => canDecide && this.onReturn(),
        reject: () => canDecide && this.onReject(),
        next: () => (allDone ? this.onLookAgain() : this.onNext()),
        undo: () => this.onUndo(),
        zoom: () => this.zoom(view?.proofUrl || view?.portraitUrl || ''),
        number: () => void this.onNumber(),
        cancel: () => this.onCloseHelp(),
        help: () => this.onHelp(),
      }
      commands[command]()
    },
    onHelp() {
      this.setData({ shortcuts: shortcutRows(language()) })
    },
    onCloseHelp() {
      this.setData({ shortcuts: [] })
    },
    async onNext() {
      this.clear()
      const reply = await desk.skip()
      if (reply.ok && !reply.value.application) {
        await this.finish()
      } else {
        this.arrive(reply)
      }
    },
    onLookAgain() {
      void this.goOn()
    },
    onTakeOver() {
      void this.open(desk.current?.id ?? '')
    },
    onRound() {
      wx.redirectTo({ url: '/staff/pages/round/round' })
    },
    onBack() {
      wx.navigateBack()
    },
  },
})
