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
import { fourDigits } from '../../challenge'
import { Duty, type Occasion } from '../../duty'
import { phonePorts } from '../../ports'
import { scanCode } from '../../scanner'
import type { Shown } from '../../session'
import { signalNameOf } from '../../signals'
import { play } from '../../sound'
import { phoneStore } from '../../store'
import type { FaceView } from '../../views/verdict'
import { words } from '../../words'
import { asideData, asideMethods } from './aside'
import { begin } from './begin'
import { departingData, departingMethods } from './departing'
import { lookUpData, lookUpMethods } from './look-up'
import { faceOn, mayBeBehind, restData } from './rest'

type Mode = 'ready' | 'checking' | 'face' | 'number' | 'lookUp'

const POINT_PAGE = '/guard/pages/point/point'

// WeChat opens this page once at a time; what is not for the screen lives here.
let duty: Duty | null = null
let shown: Shown | null = null
let leaving = 0
let end = () => {}

Component({
  behaviors: [localised({ zh: words.zh.scan, en: words.en.scan })],
  data: {
    mode: 'ready' as Mode,
    online: true,
    pointName: '',
    status: null as ReturnType<typeof restData>['status'] | null,
    recent: [] as ReturnType<typeof restData>['recent'],
    refusal: '' as RefusalCode | '',
    alert: '',
    face: null as FaceView | null,
    leaving: false,
    changed: false,
    digits: '',
    until: 0,
    notYet: false,
    visitorsLeave: false,
    ...lookUpData,
    ...departingData,
    ...asideData,
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    ...lookUpMethods(() => duty),
    ...departingMethods(() => duty),
    ...asideMethods(() => duty),
    onLoad() {
      duty = Duty.open(phoneStore, phonePorts)
      if (!duty) {
        wx.redirectTo({ url: POINT_PAGE })
        return
      }
      end = begin(
        duty,
        (occasion) => this.tidy(occasion),
        (online) => this.setData({ online }),
      )
      this.render()
    },
    onShow() {
      wx.setKeepScreenOn({ keepScreenOn: true })
      this.render()
    },
    onUnload() {
      clearTimeout(leaving)
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
      this.onStay()
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
      this.tidy(mayBeBehind(scanned.shown) ? 'list' : 'full')
    },
    show(next: Shown) {
      play(signalNameOf(next.face.name))
      if (next.numberStillOpen || !duty) {
        this.showNumber(true)
        return
      }
      const { returnsAfter, colour } = next.face
      const face = faceOn(duty, next, language(), now())
      this.enter('face', { face, leaving: returnsAfter !== null, changed: false, alert: '' })
      shown = next
      colourBar(colour)
      if (returnsAfter !== null) {
        leaving = setTimeout(() => this.ready(), returnsAfter)
      }
    },
    // The office answered after the verdict was shown: never silently.
    correct(late: Shown) {
      const before = shown
      if (duty && this.data.mode === 'face' && before?.id === late.id) {
        const changed = before.face.name !== late.face.name
        shown = { ...late, companions: duty.session.mostCompanions(late) > 0 ? before.companions : 0 }
        this.setData({ face: faceOn(duty, shown, language(), now()), changed })
        colourBar(late.face.colour)
        if (changed) {
          this.onStay()
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
    onCompanions(event: WechatMiniprogram.CustomEvent<{ count: number }>) {
      if (duty && shown) {
        this.onStay()
        shown = duty.session.accompany(shown, event.detail.count)
        this.setData({ face: faceOn(duty, shown, language(), now()) })
      }
    },
    async onNumber() {
      await duty?.session.ask()
      this.showNumber(false)
    },
    onCancelNumber() {
      duty?.session.cancelNumber()
      this.ready()
    },
    showNumber(notYet: boolean) {
      const challenge = duty?.session.challenge
      if (challenge) {
        this.enter('number', { digits: fourDigits(challenge), until: challenge.until, notYet })
        colourBar('white')
      }
    },
    ready() {
      this.enter('ready')
      colourBar('page')
      this.render()
    },
    // Whatever comes next, the guard is done with the face before it.
    enter(mode: Mode, also: object = {}) {
      clearTimeout(leaving)
      if (this.data.mode === 'face') {
        shown = null
        duty?.session.release()
      }
      this.setData({ mode, departed: '', ...also })
    },
    async tidy(occasion: Occasion) {
      await duty?.tidy(occasion)
      if (duty?.ended) {
        wx.redirectTo({ url: POINT_PAGE })
        return
      }
      this.render()
    },
    render() {
      if (duty) {
        this.setData({
          ...restData(duty, language(), now()),
          ...(shown && { face: faceOn(duty, shown, language(), now()) }),
        })
      }
    },
    onChange() {
      wx.redirectTo({ url: `${POINT_PAGE}?change=1` })
    },
  },
})
