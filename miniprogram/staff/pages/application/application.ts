/**
 * One application on one screen, decided with one thumb or one key, and straight on to the next undecided one, which is in
 * hand already. The last decision can be undone from the bar above the buttons. Source: product "Review".
 */
import { localised } from '../../../i18n/localised'
import type { Verdict } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { hasKeyboard, onKeyPress } from '../../../services/key-presses'
import { language } from '../../../services/language'
import type { ReasonQuestion } from '../../components/reason-sheet/reason-sheet'
import type { Desk } from '../../desk'
import { countForColleagues, newDesk, RENEW_EVERY } from '../../desk-at-office'
import { noteReason } from '../../reason-habits'
import { firstScene, Reviewing, type Scene } from '../../reviewing'
import { firstKeys } from '../../shortcuts'
import { type ApplicationView, applicationView, lastText, leftText } from '../../views/application'
import { type Asked, reasonQuestion } from '../../views/reason'
import { section } from '../../words'
import { pressKey } from './keys'

// WeChat opens this page once at a time; what is not for the screen lives here.
let desk: Desk
let reviewing: Reviewing
let renewing = 0
let stopKeys = () => {}

Component({
  behaviors: [localised(section('application'))],
  data: {
    ...firstScene,
    view: null as ApplicationView | null,
    asking: '' as Asked | '',
    question: null as ReasonQuestion | null,
    last: '',
    leftText: '',
    ahead: [] as string[],
    helping: false,
    /** What stands on the buttons where there is a keyboard. */
    keys: null as ReturnType<typeof firstKeys> | null,
    /** Which of the view's photos fills the screen. */
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
      this.setData({ keys: hasKeyboard() ? firstKeys() : null })
      reviewing = new Reviewing(desk, countForColleagues, (scene) => this.show(scene))
      await reviewing.begin(id)
    },
    onShow() {
      stopKeys = onKeyPress((key) => pressKey(key, this))
      renewing = setInterval(() => void this.renew(), RENEW_EVERY)
      void this.renew()
    },
    onHide() {
      this.selectComponent('#document')?.hide()
      this.rest()
    },
    onUnload() {
      this.rest()
      void desk.leave()
    },
    rest() {
      stopKeys()
      clearInterval(renewing)
    },
    async renew() {
      await reviewing?.renew()
    },
    async onRetry() {
      const { id = '' } = desk.current ?? getCurrentPages().pop()?.options ?? {}
      await reviewing.begin(id)
    },
    show(scene: Scene) {
      const isNew = scene.state === 'loading'
      if (this.data.state === 'loading' && !isNew) {
        wx.pageScrollTo({ scrollTop: 0, duration: 0 })
      }
      this.setData(isNew ? { ...scene, view: null, photo: -1, asking: '', question: null } : scene)
      this.render()
    },
    render() {
      const [spoken, { asking, left, state }] = [language(), this.data]
      const application = state === 'ready' ? desk?.current : null
      this.setData({
        ...(application && { view: applicationView(application, spoken, now()) }),
        question: asking === '' ? null : reasonQuestion(asking, spoken),
        last: lastText(desk?.last ?? null, spoken),
        leftText: left === null ? '' : leftText(left, spoken),
      })
    },
    onApprove() {
      this.decide({ kind: 'approve' })
    },
    onReturn() {
      this.ask('return')
    },
    onReject() {
      this.ask('reject')
    },
    ask(asking: Asked) {
      this.setData({ asking })
      this.render()
    },
    onCancelSheet() {
      this.setData({ asking: '', question: null })
    },
    onReason(event: WechatMiniprogram.CustomEvent<Pick<Verdict, 'reason' | 'note'>>) {
      const { asking } = this.data
      noteReason(asking, event.detail.reason ?? '')
      this.decide({ kind: asking, ...event.detail } as Verdict)
    },
    decide(verdict: Verdict) {
      void reviewing.decide(verdict, Date.now())
    },
    async onUndo() {
      this.tellUndone(await reviewing.undo())
    },
    async onUndoCurrent() {
      this.tellUndone(await reviewing.undoCurrent())
    },
    tellUndone(isUndone: boolean) {
      if (isUndone) {
        wx.showToast({ title: this.data.t.undone, icon: 'none' })
      }
    },
    onZoom(event: WechatMiniprogram.TouchEvent) {
      const { url } = event.currentTarget.dataset as { url: string }
      this.setData({ photo: this.data.view?.photos.indexOf(url) ?? -1 })
    },
    // The proof is what has to be read; there may be none.
    onZoomFirst() {
      this.setData({ photo: (this.data.view?.photos.length ?? 0) - 1 })
    },
    onCloseViewer() {
      this.setData({ photo: -1 })
    },
    /** Another application that may be the same person's. */
    onOther(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      void reviewing.open(event.detail.id)
    },
    onHelp() {
      this.setData({ helping: true })
    },
    onCloseHelp() {
      this.setData({ helping: false })
    },
    onNext() {
      void reviewing.next()
    },
    onLookAgain() {
      void reviewing.goOn()
    },
    onTakeOver() {
      void reviewing.open(desk.current?.id ?? '')
    },
    onRound() {
      wx.redirectTo({ url: '/staff/pages/round/round' })
    },
    onBack() {
      wx.navigateBack()
    },
  },
})
