/**
 * Home: who am I here, and what is my next step? It says at once what the phone remembers, then what the server says; with
 * no network the remembered answer stays, marked as such.
 */
import { sayDate } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import { sayNames } from '../../i18n/holder-name'
import { localised } from '../../i18n/localised'
import { section, words } from '../../i18n/words'
import { type CardView, passClass, type RefusalCode, type Role, warmShow } from '../../lib/domain'
import { now } from '../../services/clock'
import { settleConsent } from '../../services/consent-again'
import { hasDraft } from '../../services/draft'
import { chooseLanguage, language } from '../../services/language'
import { dropPortrait, portraitOf } from '../../services/portrait'
import { knownRole, staffRole } from '../../services/staff-role'
import { readStanding, refreshStanding } from '../../services/standing'
import { offerUpdate } from '../../services/update'
import { readWallet, refreshCard, type StoredCard } from '../../services/wallet'
import { mayRenew } from '../card/card-state'
import { nextStep } from './next-step'
import { hasTimeline, type StepView, viewOf } from './view'

type FaceView = { name: string; number: string; valid: string; portrait: string; note: string }

const blankFace: FaceView = { name: '', number: '', valid: '', portrait: '', note: '' }
// The first signature builds tables; doing it here makes the first code of the card page fast.
const WARM_AFTER_MS = 400

Component({
  behaviors: [localised(section('home'))],
  data: {
    state: 'loading',
    code: '' as RefusalCode | '',
    step: null as StepView | null,
    face: blankFace,
    greeting: '',
    renewal: '',
    timeline: false,
    visits: false,
    role: null as Role | null,
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onShow() {
      offerUpdate()
      this.setData({ role: knownRole() })
      this.render()
      await this.refresh()
    },
    onReady() {
      if (readWallet()) {
        setTimeout(warmShow, WARM_AFTER_MS)
      }
    },
    async onPullDownRefresh() {
      await this.refresh()
      wx.stopPullDownRefresh()
    },
    async refresh() {
      const standing = await refreshStanding()
      const code = standing.ok ? '' : standing.code
      // An account with a card number has a card that was activated here, or elsewhere, or not yet: the card function knows.
      if (readWallet() || (standing.ok && standing.value.cardNumber)) {
        await refreshCard()
      }
      this.setData({ code })
      this.render()
      this.setData({ role: await staffRole() })
      if (standing.ok && (standing.value.application || standing.value.cardNumber)) {
        await settleConsent()
      }
    },
    render() {
      const wallet = readWallet()
      const step = nextStep({ wallet, standing: readStanding(), hasDraft: hasDraft(), now: now() })
      const code = this.data.code
      this.setData({
        state: step ? 'ready' : code ? 'error' : 'loading',
        step: step && viewOf(step, language(), now()),
        timeline: step !== null && hasTimeline(step.kind),
        visits: step !== null && step.kind !== 'show_card' && step.kind !== 'activate_here',
        face: wallet ? faceOf(wallet.card) : blankFace,
        renewal: renewalOf(wallet),
        greeting: wallet
          ? fill(words[language()].home.greeting, { name: sayNames(wallet.card, language()).first })
          : '',
      })
    },
    onStep() {
      const { step } = this.data
      if (step) {
        wx.navigateTo({ url: step.address })
      }
    },
    onLink(event: WechatMiniprogram.TouchEvent) {
      const { url } = event.currentTarget.dataset as { url: string }
      wx.navigateTo({ url })
    },
    onPortraitLost() {
      // The kept file is gone: the server's address takes its place. When that fails too, the face shows a letter.
      if (this.data.face.portrait !== readWallet()?.card.portraitUrl) {
        dropPortrait()
        this.render()
      }
    },
    onLanguage() {
      chooseLanguage(language() === 'zh' ? 'en' : 'zh')
    },
  },
})

/** The card is still shown first; that it can be renewed already is said beside it, until it ends. */
function renewalOf(wallet: StoredCard | null): string {
  const day = wallet && mayRenew(wallet, now()) ? sayDate(wallet.card.validUntil, language()) : ''
  return day && fill(words[language()].home.links.renew, { day })
}

function faceOf(card: CardView): FaceView {
  const { face } = words[language()]
  return {
    name: sayNames(card, language()).first,
    number: card.number,
    valid: sayDate(card.validUntil, language()),
    portrait: portraitOf(card),
    note: card.class === passClass.visitor ? face.visitor : face.alumnus,
  }
}
