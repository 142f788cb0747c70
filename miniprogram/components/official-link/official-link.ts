/**
 * The official account on the card page: since when the card is bound, how to bind it, and unbinding after a question. It asks
 * each time that the page is shown, because binding happens elsewhere in WeChat; until it knows, and with no network, it shows
 * nothing. Source: notice III.4(2).
 */
import { sayDate } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import { localised } from '../../i18n/localised'
import { section, words } from '../../i18n/words'
import { dayOf, type Language, type OfficialView, type RefusalCode, university } from '../../lib/domain'
import { binding } from '../../services/binding'

Component({
  behaviors: [localised(section('official'))],
  data: {
    official: null as OfficialView | null,
    says: null as ReturnType<typeof sayOfficial> | null,
    refusal: '' as RefusalCode | '',
    asking: false,
    busy: false,
  },
  observers: {
    'official, language'(official: OfficialView | null, language: Language) {
      this.setData({ says: official && sayOfficial(official, language) })
    },
  },
  lifetimes: {
    attached() {
      void this.refresh()
    },
  },
  pageLifetimes: {
    show() {
      void this.refresh()
    },
  },
  methods: {
    async refresh() {
      const reply = await binding('status', {})
      if (reply.ok) {
        this.setData({ official: reply.value.official, refusal: '' })
      }
    },
    onBind() {
      return this.change('bind')
    },
    onUnbind() {
      return this.change('unbind')
    },
    async change(action: 'bind' | 'unbind') {
      if (this.data.busy) {
        return
      }
      this.setData({ busy: true, refusal: '' })
      const reply = await binding(action, {})
      this.setData({ busy: false, asking: false })
      this.setData(reply.ok ? { official: reply.value.official } : { refusal: reply.code })
    },
    onAsk() {
      this.setData({ asking: true })
    },
    onKeep() {
      this.setData({ asking: false })
    },
    onVisible(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      this.setData({ asking: event.detail.visible })
    },
  },
})

function sayOfficial(official: OfficialView, language: Language) {
  const t = words[language].official
  const { name, menu } = university.officialAccount
  // WeChat's search and menu know the Chinese names only.
  const places = { account: name.zh, service: menu.service, entry: menu.entry }
  return {
    bound: fill(t.bound, places),
    boundHint: fill(t.boundHint, places),
    since: official.state === 'bound' ? fill(t.since, { day: sayDate(dayOf(official.since), language) }) : '',
    steps: t.steps.map((step) => fill(step, places)),
    follows: fill(t.follows, places),
    unbindText: fill(t.unbindText, places),
  }
}
