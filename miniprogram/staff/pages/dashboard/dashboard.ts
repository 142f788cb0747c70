/**
 * The office in figures: who waits, what became of rounds, cards, scans, messages. Numbers first, charts second; every chart
 * is a table one tap away. With no network the last figures stand there with their age. Source: product "Staff office".
 */
import { localised } from '../../../i18n/localised'
import { type Dashboard, type DashboardPeriod, dashboardPeriods, type RefusalCode } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { office } from '../../../services/office'
import { heldFigures, holdFigures } from '../../held-figures'
import { sayCount } from '../../views/counts'
import { ageLine, cardsView, queueView, reasonsView, roundsView } from '../../views/dashboard'
import { refusedView, scansView, totalOf } from '../../views/dashboard-scans'
import { section, words } from '../../words'

// WeChat opens this page once at a time; what is not for the screen lives here.
let figures: Dashboard | null = null
let isHeld = false

Component({
  behaviors: [localised(section('dashboard'))],
  data: {
    period: 30 as DashboardPeriod,
    periods: [] as ReturnType<typeof periodViews>,
    stretch: 'today' as 'today' | 'week',
    state: 'loading',
    code: '' as RefusalCode | '',
    stale: '' as RefusalCode | '',
    age: '',
    queue: null as ReturnType<typeof queueView> | null,
    cards: null as ReturnType<typeof cardsView>,
    rounds: null as ReturnType<typeof roundsView>,
    reasons: [] as ReturnType<typeof reasonsView>,
    scans: [] as ReturnType<typeof scansView>,
    scanTotal: '',
    refused: null as ReturnType<typeof refusedView> | null,
    failed: '',
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onLoad() {
      figures = null
      this.render()
      await this.load()
    },
    async onPullDownRefresh() {
      await this.load()
      wx.stopPullDownRefresh()
    },
    async load() {
      const { period } = this.data
      const reply = await office('dashboard', { days: period })
      if (period !== this.data.period) {
        return // another period was chosen meanwhile
      }
      if (reply.ok) {
        holdFigures(period, reply.value)
      }
      figures = reply.ok ? reply.value : heldFigures(period)
      isHeld = !reply.ok
      const code = reply.ok ? '' : reply.code
      const without = code === '' ? 'ready' : 'error'
      this.setData({ state: figures ? 'ready' : without, code, stale: figures ? code : '' })
      this.render()
    },
    render() {
      const spoken = language()
      this.setData({ periods: periodViews(spoken) })
      if (!figures) {
        return
      }
      const moment = now()
      const scans = figures.scans[this.data.stretch]
      this.setData({
        age: ageLine(figures, isHeld, spoken, moment),
        queue: queueView(figures, spoken),
        cards: cardsView(figures, spoken, moment),
        rounds: roundsView(figures, spoken, moment),
        reasons: reasonsView(figures, spoken),
        scans: scansView(scans, spoken),
        scanTotal: totalOf(scans),
        refused: refusedView(figures, spoken),
        failed: figures.failedMessages > 0 ? sayCount(figures.failedMessages) : '',
      })
    },
    async onPeriod(event: WechatMiniprogram.TouchEvent) {
      const { days } = event.currentTarget.dataset as { days: DashboardPeriod }
      figures = null
      this.setData({ period: days, state: 'loading', stale: '' })
      await this.load()
    },
    onStretch(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: 'today' | 'week' }
      this.setData({ stretch: id })
      this.render()
    },
    onExports() {
      wx.navigateTo({ url: '/staff/pages/exports/exports' })
    },
  },
})

function periodViews(spoken: ReturnType<typeof language>) {
  const { periods } = words[spoken].dashboard
  return dashboardPeriods.map((days) => ({ days, name: periods[`d${days}`] }))
}
