/**
 * The card: its face and the code that a gate reads. Everything is drawn from storage first, so that the first code needs no
 * network; the server is asked afterwards and its answer corrects the page.
 */
import { guilloche } from '../../components/card-face/guilloche'
import { fill } from '../../i18n/fill'
import { localised } from '../../i18n/localised'
import { section, words } from '../../i18n/words'
import { isChallenge, type Language, type RefusalCode, university } from '../../lib/domain'
import { now, readTime } from '../../services/clock'
import { readDeviceKey } from '../../services/device-key'
import { language } from '../../services/language'
import { dropPortrait, keepPortrait } from '../../services/portrait'
import { dropCredential, readWallet, refreshCard, type StoredCard } from '../../services/wallet'
import { type CardPageView, cardView, sayClock } from './card-view'
import { paintCode, paintRing, type Surface } from './code-painter'
import { LiveCode, type Tick } from './live-code'
import { type PlaceGroup, placesFor } from './places'
import { lightDown, lightUp } from './screen'

const TICK_MS = 100
const CHALLENGE_DIGITS = 4

/** What the page holds beside its data. */
type Own = {
  code?: LiveCode | null
  credential?: string
  surfaces?: { code: Surface; ring: Surface } | null
  timer?: number
  /** What the last second put on the screen. */
  shown?: string
}
const own = (page: object) => page as Own

Component({
  behaviors: [localised(section('card'))],
  data: {
    accent: university.colours.accent,
    issuer: '',
    product: '',
    state: 'loading',
    refusal: '' as RefusalCode | '',
    view: null as CardPageView | null,
    curves: '',
    places: [] as PlaceGroup[],
    time: '',
    challengeText: '',
    offline: false,
    clockBack: false,
    captured: false,
    asking: false,
    digits: '',
    digitPlaces: [0, 1, 2, 3],
  },
  observers: {
    language(now: Language) {
      this.setData({ issuer: university.name[now], product: university.cardName[now] })
      this.render()
    },
  },
  methods: {
    async onShow() {
      await this.prepare()
      this.start()
      await this.refresh()
    },
    onHide() {
      this.stop()
    },
    onUnload() {
      this.stop()
    },
    /** Reads card and key from storage and shows them. */
    async prepare() {
      this.render()
      const credential = readWallet()?.credential?.credential ?? ''
      if (own(this).credential !== credential) {
        const secret = credential ? await readDeviceKey() : null
        own(this).code = secret ? new LiveCode(credential, secret) : null
        own(this).credential = credential
        if (credential && !secret) {
          dropCredential() // the key is gone, so this phone is a new one
          this.render()
        }
      }
    },
    async refresh() {
      const reply = await refreshCard()
      this.setData({
        offline: !reply.ok && (reply.code === 'offline' || reply.code === 'no_answer'),
        refusal: reply.ok ? '' : reply.code,
      })
      await this.prepare()
      this.start()
      if (reply.ok) {
        await keepPortrait(reply.value.card)
      }
    },
    render() {
      const stored = readWallet()
      if (!stored) {
        this.setData({ state: emptyState(this.data.refusal), view: null })
        return
      }
      this.show(stored)
    },
    show(stored: StoredCard) {
      const view = cardView(stored, language(), now())
      const curves = view.number === this.data.view?.number ? this.data.curves : guilloche(view.number)
      this.setData({ state: 'ready', view, curves, places: placesFor(stored.card.class, language(), now()) })
    },
    /** Starts the ticks once there is something to show; safe to call again. */
    start() {
      const mine = own(this)
      if (!mine.code || !this.data.view || this.data.view.blocked) {
        this.stop()
        return
      }
      if (mine.timer !== undefined) {
        return
      }
      void lightUp()
      this.watchCaptures()
      mine.timer = setInterval(() => this.tick(), TICK_MS)
      this.connect()
    },
    stop() {
      const mine = own(this)
      if (mine.timer === undefined) {
        return
      }
      clearInterval(mine.timer)
      delete mine.timer
      mine.surfaces = null
      mine.code?.forget()
      wx.offUserCaptureScreen()
      lightDown()
    },
    /** Finds the two canvases; they exist once the code's panel has been rendered. */
    connect() {
      const query = this.createSelectorQuery()
      query.select('#code').fields({ node: true, size: true })
      query.select('#ring').fields({ node: true, size: true })
      query.exec(([code, ring]: ({ node: WechatMiniprogram.Canvas; width: number } | null)[]) => {
        own(this).surfaces = code?.node && ring?.node ? { code, ring } : null
        own(this).code?.forget()
        this.tick()
      })
    },
    tick() {
      const mine = own(this)
      const reading = readTime()
      const tick = mine.surfaces && mine.code ? mine.code.tick(reading.now) : null
      if (tick && mine.surfaces) {
        const { pixelRatio } = wx.getWindowInfo()
        const colour = tick.challenge ? '#8a5300' : university.colours.accent
        paintRing(mine.surfaces.ring, tick.share, colour, pixelRatio)
        if (tick.matrix) {
          paintCode(mine.surfaces.code, tick.matrix, pixelRatio)
        }
      }
      const time = sayClock(reading.now)
      // A clock that was turned back stands still, so the second alone would not tell.
      const shown = `${time} ${reading.wentBack}`
      if (shown !== mine.shown) {
        mine.shown = shown
        this.setData({ time, clockBack: reading.wentBack, challengeText: sayChallenge(tick, reading.now) })
      }
    },
    watchCaptures() {
      wx.onUserCaptureScreen(() => this.setData({ captured: true }))
    },
    onAsk() {
      this.setData({ asking: true, digits: '' })
    },
    onAsked(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      this.setData({ asking: event.detail.visible })
    },
    onDigits(event: WechatMiniprogram.Input) {
      const digits = event.detail.value.replace(/\D/g, '')
      const number = Number(digits)
      if (digits.length === CHALLENGE_DIGITS && isChallenge(number)) {
        own(this).code?.answer(number, now())
        this.setData({ asking: false })
      }
      this.setData({ digits })
    },
    onEndChallenge() {
      own(this).code?.endChallenge()
      this.setData({ challengeText: '' })
    },
    onBlocked() {
      const why = this.data.view?.blocked?.why
      if (why === 'stale') {
        return this.refresh()
      }
      const url = why === 'moved' ? '/alumni/pages/activate/activate' : '/alumni/pages/help/help'
      return wx.navigateTo({ url })
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

function sayChallenge(tick: Tick | null, at: number): string {
  if (!tick?.challenge) {
    return ''
  }
  const { number, until } = tick.challenge
  return fill(words[language()].card.challengeLive, {
    number: String(number).padStart(CHALLENGE_DIGITS, '0'),
    seconds: Math.ceil((until - at) / 1000),
  })
}
