/**
 * The day pass: another face than the card's, the same rotating code. Drawn from storage first, so that it needs no network on
 * the day; the server is asked afterwards and its answer corrects the page.
 */
import { localised } from '../../../i18n/localised'
import { words } from '../../../i18n/words'
import { type Language, university } from '../../../lib/domain'
import { LiveCode } from '../../../pages/card/live-code'
import { type Ticker, tickerOf, ticking } from '../../../pages/card/ticking'
import { now } from '../../../services/clock'
import { readDeviceKey } from '../../../services/device-key'
import { language } from '../../../services/language'
import { readVisits, refreshVisits } from '../../services/visits'
import { section } from '../../words/words'
import { type PassView, passView } from './view'

type Own = Ticker & { id?: string; credential?: string; visible?: boolean }
const own = (page: object) => page as Own

Component({
  behaviors: [localised(section('dayPass')), ticking],
  data: {
    issuer: '',
    card: words.zh.card,
    view: null as PassView | null,
  },
  observers: {
    language(now: Language) {
      this.setData({ issuer: university.name[now], card: words[now].card })
      this.render()
    },
  },
  methods: {
    onLoad({ id = '' }: { id?: string }) {
      own(this).id = id
    },
    async onShow() {
      own(this).visible = true
      await this.prepare()
      await refreshVisits()
      await this.prepare()
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
    },
    visit() {
      return readVisits().find(({ id }) => id === own(this).id) ?? null
    },
    render() {
      if (own(this).id !== undefined) {
        this.setData({ view: passView(this.visit(), language(), now()) })
      }
    },
    /** Reads pass and key from storage and shows them. */
    async prepare() {
      this.render()
      const credential = this.visit()?.pass?.credential ?? ''
      if (own(this).credential !== credential) {
        const secret = credential ? await readDeviceKey() : null
        tickerOf(this).code = secret ? new LiveCode(credential, secret) : null
        own(this).credential = credential
      }
      // An answer may come after the page was left; the screen is not lit for nobody.
      if (own(this).visible && tickerOf(this).code && this.data.view && !this.data.view.blocked) {
        this.startTicking()
      } else {
        this.stopTicking()
      }
    },
    onBlocked() {
      wx.navigateTo({ url: '/alumni/pages/visit/visit' })
    },
  },
})
