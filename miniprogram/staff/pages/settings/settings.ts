/**
 * The office's settings: days without review, public holidays to take over, the cut-off, policies. Before a changed calendar is
 * saved, the page says which review days fall away and how many applications move. Source: product "Review calendar".
 */
import { localised } from '../../../i18n/localised'
import { dayOf, type OfficeReplies, type PolicyName, type RefusalCode, type Settings } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { office } from '../../../services/office'
import { type Closure, closureKey, isCalendarChanged, isChanged, layOn, sorted } from '../../settings-draft'
import { closureRows, holidayRows, policyRows, saveQuestion } from '../../views/settings'
import { section } from '../../words'

const PLANNING_MONTH = 9

type Picked = WechatMiniprogram.CustomEvent<{ value: string }>
type Tapped<Data> = { currentTarget: { dataset: Data } }

// WeChat opens this page once at a time; what is not for the screen lives here.
let base: Settings | null = null
let mine: Settings
let version = 0
let change: OfficeReplies['previewSettings'] | null = null
let holidays: OfficeReplies['holidays'] | null = null

Component({
  behaviors: [localised(section('settings'))],
  data: {
    state: 'loading',
    code: '' as RefusalCode | '',
    refusal: '' as RefusalCode | '',
    closures: [] as ReturnType<typeof closureRows>,
    policies: [] as ReturnType<typeof policyRows>,
    cutOff: '',
    sendingHours: { from: '', until: '' },
    year: 0,
    holidays: [] as ReturnType<typeof holidayRows>,
    announced: true,
    holidaysKnown: false,
    changed: false,
    busy: false,
    asking: false,
    question: null as ReturnType<typeof saveQuestion> | null,
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onLoad() {
      base = null
      holidays = null
      // From autumn on, people plan the coming year.
      const [year, month] = dayOf(now()).split('-').map(Number) as [number, number]
      this.setData({ year: month < PLANNING_MONTH ? year : year + 1 })
      await Promise.all([this.load(), this.loadHolidays()])
    },
    async load() {
      this.setData({ state: base ? 'ready' : 'loading', code: '', refusal: '' })
      const reply = await office('readSettings', {})
      if (!reply.ok) {
        this.setData({ code: reply.code, state: base ? 'ready' : 'error' })
        return
      }
      // A colleague's changes come in; what was changed here stays on top.
      mine = base ? layOn(base, mine, reply.value.settings) : reply.value.settings
      base = reply.value.settings
      version = reply.value.version
      this.setData({ state: 'ready' })
      this.render()
    },
    async loadHolidays() {
      holidays = null
      const reply = await office('holidays', { year: this.data.year })
      holidays = reply.ok ? reply.value : null
      this.setData({ refusal: reply.ok ? this.data.refusal : reply.code })
      this.render()
    },
    render() {
      if (!base) {
        return
      }
      const [spoken, today] = [language(), dayOf(now())]
      this.setData({
        closures: closureRows(mine, today, spoken),
        policies: policyRows(mine, spoken),
        cutOff: mine.cutOff,
        sendingHours: mine.sendingHours ?? { from: '', until: '' },
        holidays: holidayRows(holidays?.holidays ?? [], mine, today, spoken),
        announced: holidays?.announced ?? true,
        holidaysKnown: holidays !== null,
        changed: isChanged(base, mine),
        question: this.data.asking ? saveQuestion(change, spoken, now()) : null,
      })
    },
    edit(fields: Partial<Settings>) {
      mine = { ...mine, ...fields }
      this.setData({ refusal: '' })
      this.render()
    },
    onCutOff({ detail }: Picked) {
      this.edit({ cutOff: detail.value })
    },
    onSendingHour(event: Picked & Tapped<{ end: 'from' | 'until' }>) {
      const hours = { ...this.data.sendingHours, [event.currentTarget.dataset.end]: event.detail.value }
      if (hours.from < hours.until) {
        this.edit({ sendingHours: hours })
      } else {
        wx.showToast({ title: this.data.t.hoursOrder, icon: 'none' })
      }
    },
    onStep({ currentTarget }: Tapped<{ id: PolicyName; by: number }>) {
      const { id, by } = currentTarget.dataset
      const row = this.data.policies.find((policy) => policy.id === id)
      if (by < 0 ? row?.canLess : row?.canMore) {
        this.edit({ [id]: mine[id] + Number(by) })
      }
    },
    onRemove({ currentTarget }: Tapped<{ id: string }>) {
      this.edit({ closures: mine.closures.filter((closure) => closureKey(closure) !== currentTarget.dataset.id) })
    },
    // To change one, it goes back into the form.
    onChange({ currentTarget }: Tapped<{ id: string }>) {
      const chosen = mine.closures.find((closure) => closureKey(closure) === currentTarget.dataset.id)
      if (chosen) {
        this.selectComponent('#draft').write(chosen)
        this.onRemove({ currentTarget })
        wx.pageScrollTo({ selector: '#draft' })
      }
    },
    onAdd({ detail }: WechatMiniprogram.CustomEvent<Closure>) {
      this.edit({ closures: sorted([...mine.closures, detail]) })
    },
    onHoliday({ currentTarget }: Tapped<{ id: string }>) {
      const holiday = holidays?.holidays.find(({ from }) => from === currentTarget.dataset.id)
      if (holiday) {
        const { from, to } = holiday
        this.edit({ closures: sorted([...mine.closures, { from, to, reason: 'holiday' }]) })
      }
    },
    async onYear({ currentTarget }: Tapped<{ by: number }>) {
      this.setData({ year: this.data.year + Number(currentTarget.dataset.by) })
      await this.loadHolidays()
    },
    // One look at what it does, then it is saved.
    async onSave() {
      if (!base || this.data.busy) {
        return
      }
      change = null
      if (isCalendarChanged(base, mine)) {
        this.setData({ busy: true, refusal: '' })
        const reply = await office('previewSettings', { calendar: { closures: mine.closures, cutOff: mine.cutOff } })
        this.setData({ busy: false })
        if (!reply.ok) {
          this.setData({ refusal: reply.code })
          return
        }
        change = reply.value
      }
      this.setData({ asking: true })
      this.render()
    },
    onNotNow() {
      this.setData({ asking: false })
      this.render()
    },
    async onConfirm() {
      this.setData({ asking: false, busy: true, refusal: '' })
      const reply = await office('writeSettings', { settings: mine, version })
      this.setData({ busy: false })
      if (reply.ok) {
        base = reply.value.settings
        mine = base
        version = reply.value.version
        wx.showToast({ title: this.data.t.saved, icon: 'none' })
      } else {
        this.setData({ refusal: reply.code })
        if (reply.code === 'settings_changed') {
          await this.load()
        }
      }
      this.render()
    },
  },
})
