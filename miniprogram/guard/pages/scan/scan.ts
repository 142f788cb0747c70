/**
 * The guard's scanner: ready → scan → (a moment of checking) → verdict, all day long. The page only shows: duty.ts checks,
 * writes down and delivers, sound.ts makes itself heard. Source: product "Gate".
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import { type RefusalCode, timeOf } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { colourBar } from '../../bar'
import { fourDigits, secondsLeft } from '../../challenge'
import { Duty } from '../../duty'
import { phonePorts } from '../../ports'
import { scanCode } from '../../scanner'
import type { Shown } from '../../session'
import { signalNameOf } from '../../signals'
import { play } from '../../sound'
import { phoneStore } from '../../store'
import { recentViews, type StatusView, statusView } from '../../views/duty'
import { type FaceView, faceView } from '../../views/verdict'
import { words } from '../../words'
import { begin } from './begin'

type Mode = 'ready' | 'checking' | 'face' | 'number'

const POINT_PAGE = '/guard/pages/point/point'
const TICK_MS = 500

// WeChat opens this page once at a time; what is not for the screen lives here.
let duty: Duty | null = null
let shown: Shown | null = null
let leaving = 0
let ticking = 0
let end = () => {}

Component({
  behaviors: [localised({ zh: words.zh.scan, en: words.en.scan })],
  data: {
    mode: 'ready' as Mode,
    pointName: '',
    online: true,
    status: null as StatusView | null,
    recent: [] as ReturnType<typeof recentViews>,
    refusal: '' as RefusalCode | '',
    alert: '',
    face: null as FaceView | null,
    leaving: false,
    changed: false,
    digits: '',
    seconds: 0,
    notYet: false,
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    onLoad() {
      duty = Duty.open(phoneStore, phonePorts)
      if (!duty) {
        wx.redirectTo({ url: POINT_PAGE })
        return
      }
      end = begin(
        duty,
        () => this.tidy('now'),
        (online) => this.setData({ online }),
      )
      this.render()
    },
    onShow() {
      wx.setKeepScreenOn({ keepScreenOn: true })
      this.render()
    },
    onUnload() {
      this.stopTimers()
      end()
      end = () => {}
      duty = null
      shown = null
      wx.setKeepScreenOn({ keepScreenOn: false })
    },
    async onScan() {
      if (!duty || this.data.mode === 'checking') {
        return
      }
      clearTimeout(leaving)
      const read = await scanCode()
      if (typeof read === 'string') {
        this.setData({ alert: read === 'failed' ? this.data.t.retryScan : '' })
        return
      }
      this.enter('checking')
      colourBar('page')
      await this.check(duty, read.text)
    },
    async check(on: Duty, text: string) {
      const scanned = await on.scan(text).catch(() => null)
      if (!scanned) {
        // Nothing that this page expects; the guard must be able to go on.
        this.ready()
        this.setData({ alert: this.data.t.failed })
        return
      }
      this.show(scanned.shown)
      const late = await scanned.late
      if (late) {
        this.correct(late)
      }
      this.tidy('full')
    },
    show(next: Shown) {
      play(signalNameOf(next.face.name))
      if (next.numberStillOpen) {
        this.showNumber(true)
        return
      }
      shown = next
      const { returnsAfter, colour } = next.face
      const face = faceView(next, language())
      this.enter('face', { face, leaving: returnsAfter !== null, changed: false, alert: '' })
      colourBar(colour)
      if (returnsAfter !== null) {
        leaving = setTimeout(() => this.ready(), returnsAfter)
      }
    },
    // The office answered after the verdict was shown: never silently.
    correct(late: Shown) {
      const before = shown
      if (this.data.mode === 'face' && before?.id === late.id) {
        const changed = before.face.name !== late.face.name
        shown = late
        this.setData({ face: faceView(late, language()), changed })
        colourBar(late.face.colour)
        if (changed) {
          play(signalNameOf(late.face.name))
        }
      } else if (late.face.colour === 'red') {
        const title = words[language()].faces[late.face.name].title
        play(signalNameOf(late.face.name))
        this.setData({ alert: fill(this.data.t.changedAway, { time: timeOf(late.at), title }) })
      }
      this.render()
    },
    onStay() {
      clearTimeout(leaving)
      this.setData({ leaving: false })
    },
    async onNumber() {
      await duty?.askNumber()
      this.showNumber(false)
    },
    onCancelNumber() {
      duty?.cancelNumber()
      this.ready()
    },
    showNumber(notYet: boolean) {
      const challenge = duty?.challenge
      if (!challenge) {
        return
      }
      const tick = () => this.setData({ seconds: secondsLeft(challenge, now()) })
      this.enter('number', { digits: fourDigits(challenge), seconds: secondsLeft(challenge, now()), notYet })
      colourBar('white')
      ticking = setInterval(tick, TICK_MS)
    },
    ready() {
      this.enter('ready')
      colourBar('page')
      this.render()
    },
    enter(mode: Mode, also: object = {}) {
      this.stopTimers()
      this.setData({ mode, ...also })
    },
    stopTimers() {
      clearTimeout(leaving)
      clearInterval(ticking)
    },
    async tidy(when: 'now' | 'full') {
      await duty?.tidy(when)
      this.render()
    },
    render() {
      if (!duty) {
        return
      }
      this.setData({
        pointName: duty.point.name[language()],
        status: statusView(duty.status(now()), language()),
        recent: recentViews(duty.shift.recent, duty.names, language()),
        refusal: duty.refusal ?? '',
        ...(shown && { face: faceView(shown, language()) }),
      })
    },
    onChange() {
      wx.redirectTo({ url: `${POINT_PAGE}?change=1` })
    },
  },
})
