/**
 * The ticking part of the card page: ten times a second it paints the ring, every ten seconds a new code, every second the
 * clock. It runs only while a code is on the screen, and gives the screen back when it stops.
 */
import { fill } from '../../i18n/fill'
import { words } from '../../i18n/words'
import { isChallenge, university } from '../../lib/domain'
import { now, readTime } from '../../services/clock'
import { language } from '../../services/language'
import { sayClock } from './card-view'
import { paintCode, paintRing, type Surface } from './code-painter'
import type { LiveCode, Tick } from './live-code'
import { lightDown, lightUp } from './screen'

const TICK_MS = 100
const CHALLENGE_DIGITS = 4
/** The ring's colour while a guard's number is answered; dark enough beside any accent. */
const CHALLENGE_COLOUR = '#8a5300'

/** What the page holds beside its data. */
export type Ticker = {
  code?: LiveCode | null
  surfaces?: { code: Surface; ring: Surface } | null
  timer?: number
  /** What the last second put on the screen. */
  shown?: string
}

/** The page's ticker. */
export const tickerOf = (page: object) => page as Ticker

export const ticking = Behavior({
  data: {
    time: '',
    challengeText: '',
    clockBack: false,
    captured: false,
    asking: false,
    digits: '',
    digitPlaces: [0, 1, 2, 3],
  },
  methods: {
    /** Starts once there is a code; safe to call again. */
    startTicking() {
      const ticker = tickerOf(this)
      if (ticker.timer !== undefined) {
        return
      }
      void lightUp()
      wx.onUserCaptureScreen(() => this.setData({ captured: true }))
      ticker.timer = setInterval(() => this.tick(), TICK_MS)
      this.connect()
    },
    stopTicking() {
      const ticker = tickerOf(this)
      if (ticker.timer === undefined) {
        return
      }
      clearInterval(ticker.timer)
      delete ticker.timer
      ticker.surfaces = null
      ticker.code?.forget()
      wx.offUserCaptureScreen()
      lightDown()
    },
    /** Finds the two canvases; they exist once the code's panel has been rendered. */
    connect() {
      const query = this.createSelectorQuery()
      query.select('#code').fields({ node: true, size: true })
      query.select('#ring').fields({ node: true, size: true })
      query.exec(([code, ring]: ({ node: WechatMiniprogram.Canvas; width: number } | null)[]) => {
        const ticker = tickerOf(this)
        ticker.surfaces = code?.node && ring?.node ? { code, ring } : null
        ticker.code?.forget()
        this.tick()
      })
    },
    tick() {
      const reading = readTime()
      const tick = this.paint(reading.now)
      const time = sayClock(reading.now)
      // A clock that was turned back stands still, so the second alone would not tell.
      const shown = `${time} ${reading.wentBack}`
      if (shown !== tickerOf(this).shown) {
        tickerOf(this).shown = shown
        this.setData({ time, clockBack: reading.wentBack, challengeText: sayChallenge(tick, reading.now) })
      }
    },
    paint(at: number): Tick | null {
      const { code, surfaces } = tickerOf(this)
      if (!code || !surfaces) {
        return null
      }
      const tick = code.tick(at)
      const { pixelRatio } = wx.getWindowInfo()
      paintRing(surfaces.ring, tick.share, tick.challenge ? CHALLENGE_COLOUR : university.colours.accent, pixelRatio)
      if (tick.matrix) {
        paintCode(surfaces.code, tick.matrix, pixelRatio)
      }
      return tick
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
        tickerOf(this).code?.answer(number, now())
        this.setData({ asking: false })
      }
      this.setData({ digits })
    },
    onEndChallenge() {
      tickerOf(this).code?.endChallenge()
      this.setData({ challengeText: '' })
    },
  },
})

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
