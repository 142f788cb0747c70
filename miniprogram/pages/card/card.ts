/**
 * The card: its face and the code that a gate reads. Everything is drawn from storage first, so that the first code needs no
 * network; the server is asked afterwards and its answer corrects the page.
 */
import { guilloche } from '../../components/card-face/guilloche'
import { localised } from '../../i18n/localised'
import { section } from '../../i18n/words'
import { type Language, type RefusalCode, university } from '../../lib/domain'
import { now } from '../../services/clock'
import { readDeviceKey } from '../../services/device-key'
import { language } from '../../services/language'
import { dropPortrait, keepPortrait } from '../../services/portrait'
import { askForNotices, canAskFor, keepNotices } from '../../services/subscribe'
import { dropCredential, readWallet, refreshCard, type StoredCard } from '../../services/wallet'
import type { Blocked } from './card-state'
import { type CardPageView, cardView } from './card-view'
import { LiveCode } from './live-code'
import { type PlaceGroup, placesFor } from './places'
import { type Ticker, tickerOf, ticking } from './ticking'

type NetworkListener = (status: { isConnected: boolean }) => void
/** What the page holds beside its data: the credential that its code was made for, its ear for the network. */
type Own = Ticker & { credential?: string; visible?: boolean; onNetwork?: NetworkListener }
const own = (page: object) => page as Own

/** Where the button leads under a card that shows no code; a stale one only has to be asked for again. */
const remedies: Record<Exclude<Blocked, 'stale'>, string> = {
  moved: '/alumni/pages/activate/activate',
  expired: '/alumni/pages/renew/renew',
  suspended: '/alumni/pages/help/help',
  revoked: '/alumni/pages/help/help',
}

Component({
  behaviors: [localised(section('card')), ticking],
  data: {
    accent: university.colours.accent,
    issuer: '',
    product: '',
    state: 'loading' as 'loading' | 'ready' | 'none' | 'error',
    refusal: '' as RefusalCode | '',
    view: null as CardPageView | null,
    curves: '',
    places: [] as PlaceGroup[],
    offline: false,
    canRemind: canAskFor('renewal_due'),
    /** Words about the reminder once it was asked for. */
    reminder: '' as '' | 'reminded' | 'notReminded',
  },
  observers: {
    language(now: Language) {
      this.setData({ issuer: university.name[now], product: university.cardName[now] })
      this.render()
    },
  },
  methods: {
    async onShow() {
      own(this).visible = true
      this.watchNetwork()
      await this.prepare()
      await this.refresh()
    },
    onHide() {
      this.leave()
    },
    onUnload() {
      this.leave()
    },
    leave() {
      own(this).visible = false
      this.stopTicking()
      const { onNetwork } = own(this)
      if (onNetwork) {
        // The typings give the listener another shape on the way out than on the way in.
        wx.offNetworkStatusChange(onNetwork as unknown as WechatMiniprogram.OffNetworkStatusChangeCallback)
      }
    },
    /** A network that goes is told at once; one that comes back mends what the lack of it broke, without a tap. */
    watchNetwork() {
      const onNetwork: NetworkListener = ({ isConnected }) => {
        if (isConnected) {
          void this.refresh()
        } else {
          this.setData({ offline: true })
        }
      }
      own(this).onNetwork = onNetwork
      wx.onNetworkStatusChange(onNetwork)
    },
    /** Reads card and key from storage and shows them. */
    async prepare() {
      this.render()
      const credential = readWallet()?.credential?.credential ?? ''
      if (own(this).credential !== credential) {
        const secret = credential ? await readDeviceKey() : null
        tickerOf(this).code = secret ? new LiveCode(credential, secret) : null
        own(this).credential = credential
        if (credential && !secret) {
          dropCredential() // the key is gone, so this phone is a new one
          this.render()
        }
      }
      // An answer may come after the page was left; the screen is not lit for nobody.
      if (own(this).visible && tickerOf(this).code && this.data.view && !this.data.view.blocked) {
        this.startTicking()
      } else {
        this.stopTicking()
      }
    },
    async refresh() {
      const reply = await refreshCard()
      this.setData({
        offline: !reply.ok && (reply.code === 'offline' || reply.code === 'no_answer'),
        refusal: reply.ok ? '' : reply.code,
      })
      await this.prepare()
      if (reply.ok) {
        await keepPortrait(reply.value.card)
      }
    },
    render() {
      const stored = readWallet()
      if (stored) {
        this.show(stored)
      } else {
        this.setData({ state: emptyState(this.data.refusal), view: null })
      }
    },
    show(stored: StoredCard) {
      const view = cardView(stored, language(), now())
      const curves = view.number === this.data.view?.number ? this.data.curves : guilloche(view.number)
      this.setData({ state: 'ready', view, curves, places: placesFor(stored.card.class, language(), now()) })
    },
    onBlocked() {
      const why = this.data.view?.blocked?.why
      if (!why || why === 'stale') {
        return this.refresh()
      }
      return wx.navigateTo({ url: remedies[why] })
    },
    onRenew() {
      return wx.navigateTo({ url: remedies.expired })
    },
    async onRemind() {
      const allowed = await askForNotices(['renewal_due'])
      this.setData({ reminder: allowed.length > 0 ? 'reminded' : 'notReminded' })
      await keepNotices(allowed)
    },
    onVisit() {
      wx.navigateTo({ url: '/alumni/pages/visit/visit' })
    },
    onLibrary() {
      wx.navigateTo({ url: '/alumni/pages/library/library' })
    },
    onHome() {
      wx.reLaunch({ url: '/pages/home/home' })
    },
    onPortraitLost() {
      dropPortrait()
      this.setData({ 'view.portrait': '' })
    },
  },
})

function emptyState(refusal: RefusalCode | ''): 'loading' | 'none' | 'error' {
  if (refusal === '') {
    return 'loading'
  }
  return refusal === 'card_none' ? 'none' : 'error'
}
