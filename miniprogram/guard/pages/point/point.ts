/**
 * The start of a shift: where am I? The point is chosen once and remembered; with it the phone fetches what it needs to work
 * without network. A shift that is running goes straight to the scanner, unless the guard came to change the point.
 */
import { sayMoment } from '../../../i18n/dates'
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import type { Point, RefusalCode } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { leaveDuty } from '../../farewell'
import { statusListAge } from '../../lib/domain'
import { phonePorts, supplyPorts } from '../../ports'
import { isRunning, readShift, startShift } from '../../shift'
import { type SignalName, signalNames } from '../../signals'
import { play, prepareSounds, releaseSounds } from '../../sound'
import { phoneStore } from '../../store'
import { Supply } from '../../supply'
import { lookOfSignal } from '../../views/looks'
import { listNote, pointGroups } from '../../views/points'
import { words } from '../../words'

const SCAN_PAGE = '/guard/pages/scan/scan'

// WeChat opens this page once at a time; what is not for the screen lives here.
let supply: Supply

Component({
  behaviors: [localised({ zh: words.zh.point, en: words.en.point })],
  data: {
    state: 'loading',
    code: '' as RefusalCode | '',
    groups: [] as ReturnType<typeof pointGroups>,
    chosen: '',
    startLabel: '',
    note: '',
    noteWarns: false,
    legend: [] as ReturnType<typeof legendViews>,
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onLoad(query: { change?: string }) {
      const shift = readShift(phoneStore)
      supply = new Supply(phoneStore, supplyPorts)
      if (supply.office && isRunning(shift, now()) && !query.change) {
        wx.redirectTo({ url: SCAN_PAGE })
        return
      }
      this.setData({ chosen: shift?.point ?? '' })
      this.render()
      prepareSounds()
      await this.load()
    },
    onUnload() {
      releaseSounds()
    },
    async load() {
      this.setData({ code: '', state: supply.office ? 'ready' : 'loading' })
      const reply = await supply.open()
      if (!reply.ok && reply.code === 'not_allowed') {
        await leaveDuty(phoneStore, phonePorts.record)
        supply = new Supply(phoneStore, supplyPorts)
      }
      this.setData({ code: reply.ok ? '' : reply.code })
      this.render()
    },
    render() {
      const { code } = this.data
      const office = supply?.office
      if (!office) {
        this.setData({ state: code ? 'error' : 'loading' })
        return
      }
      const chosen = office.points.find(({ id }) => id === this.data.chosen)
      const old = listNote(statusListAge(supply.held.list, now()), office, language())
      const { point } = words[language()]
      const since = fill(point.stored, { moment: sayMoment(office.openedAt, language(), now()) })
      this.setData({
        state: 'ready',
        groups: pointGroups(office.points, readShift(phoneStore)?.point ?? '', language()),
        startLabel: chosen ? fill(point.startAt, { point: chosen.name[language()] }) : point.start,
        note: old || (code ? `${point.storedOffline}${since}` : since),
        noteWarns: old !== '',
        legend: legendViews(),
      })
    },
    onChoose(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as Pick<Point, 'id'>
      this.setData({ chosen: id })
      this.render()
    },
    onStart() {
      if (this.data.chosen !== '') {
        startShift(phoneStore, this.data.chosen, now())
        wx.redirectTo({ url: SCAN_PAGE })
      }
    },
    onHear(event: WechatMiniprogram.TouchEvent) {
      const { name } = event.currentTarget.dataset as { name: SignalName }
      play(name)
    },
  },
})

function legendViews() {
  return signalNames.map((name) => ({ name, ...lookOfSignal(name), text: words[language()].sounds[name] }))
}
