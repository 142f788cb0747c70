/**
 * The office's settings: days without review, public holidays to take over, the cut-off, policies. Before a changed calendar is
 * saved, the page says which review days fall away and how many applications move. Source: product "Review calendar".
 */
import { localised } from '../../../i18n/localised'
import { dayOf, type OfficeReplies, type PolicyName, type RefusalCode } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { office } from '../../../services/office'
import type { Closure } from '../../settings-draft'
import { SettingsEditing } from '../../settings-editing'
import { closureRows, holidayRows, policyRows, saveQuestion } from '../../views/settings'
import { section } from '../../words'

const PLANNING_MONTH = 9

type Picked = WechatMiniprogram.CustomEvent<{ value: string }>
type Tapped<Data> = { currentTarget: { dataset: Data } }

// WeChat opens this page once at a time; what is not for the screen lives here.
let editing = new SettingsEditing()
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
      editing = new SettingsEditing()
      holidays = null
      // From autumn on, people plan the coming year.
      const [year, month] = dayOf(now()).split('-').map(Number) as [number, number]
      this.setData({ year: month < PLANNING_MONTH ? year : year + 1 })
      await Promise.all([this.load(), this.loadHolidays()])
    },
    async load() {
      const isKnown = editing.base !== null
      this.setData({ state: isKnown ? 'ready' : 'loading', code: '', refusal: '' })
      const reply = await editing.load()
      if (!reply.ok) {
        this.setData({ code: reply.code, state: isKnown ? 'ready' : 'error' })
        return
      }
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
      if (!editing.base) {
        return
      }
      const { mine, change, isChanged } = editing
      const [spoken, today] = [language(), dayOf(now())]
      this.setData({
        closures: closureRows(mine, today, spoken),
        policies: policyRows(mine, spoken),
        cutOff: mine.cutOff,
        sendingHours: mine.sendingHours ?? { from: '', until: '' },
        holidays: holidayRows(holidays?.holidays ?? [], mine, today, spoken),
        announced: holidays?.announced ?? true,
        holidaysKnown: holidays !== null,
        changed: isChanged,
        question: this.data.asking ? saveQuestion(change, spoken, now()) : null,
      })
    },
    edited() {
      this.setData({ refusal: '' })
      this.render()
    },
    onCutOff({ detail }: Picked) {
      editing.edit({ cutOff: detail.value })
      this.edited()
    },
    onSendingHour(event: Picked & Tapped<{ end: 'from' | 'until' }>) {
      const hours = { ...this.data.sendingHours, [event.currentTarget.dataset.end]: event.detail.value }
      if (hours.from < hours.until) {
        editing.edit({ sendingHours: hours })
        this.edited()
      } else {
        wx.showToast({ title: this.data.t.hoursOrder, icon: 'none' })
      }
    },
    onStep({ currentTarget }: Tapped<{ id: PolicyName; by: number }>) {
      const { id, by } = currentTarget.dataset
      const row = this.data.policies.find((policy) => policy.id === id)
      if (by < 0 ? row?.canLess : row?.canMore) {
        editing.step(id, Number(by))
        this.edited()
      }
    },
    onRemove({ currentTarget }: Tapped<{ id: string }>) {
      editing.remove(currentTarget.dataset.id)
      this.edited()
    },
    // To change one, it goes back into the form.
    onChange({ currentTarget }: Tapped<{ id: string }>) {
      const chosen = editing.remove(currentTarget.dataset.id)
      if (chosen) {
        this.selectComponent('#draft').write(chosen)
        wx.pageScrollTo({ selector: '#draft' })
      }
      this.edited()
    },
    onAdd({ detail }: WechatMiniprogram.CustomEvent<Closure>) {
      editing.add(detail)
      this.edited()
    },
    onHoliday({ currentTarget }: Tapped<{ id: string }>) {
      const holiday = holidays?.holidays.find(({ from }) => from === currentTarget.dataset.id)
      if (holiday) {
        editing.add({ from: holiday.from, to: holiday.to, reason: 'holiday' })
        this.edited()
      }
    },
    async onYear({ currentTarget }: Tapped<{ by: number }>) {
      this.setData({ year: this.data.year + Number(currentTarget.dataset.by) })
      await this.loadHolidays()
    },
    // One look at what it does, then it is saved.
    async onSave() {
      if (!editing.base || this.data.busy) {
        return
      }
      this.setData({ busy: true, refusal: '' })
      const reply = await editing.preview()
      this.setData({ busy: false, refusal: reply && !reply.ok ? reply.code : '' })
      if (!reply || reply.ok) {
        this.setData({ asking: true })
        this.render()
      }
    },
    onNotNow() {
      this.setData({ asking: false })
      this.render()
    },
    async onConfirm() {
      this.setData({ asking: false, busy: true, refusal: '' })
      const reply = await editing.save()
      this.setData({ busy: false })
      if (reply.ok) {
        wx.showToast({ title: this.data.t.saved, icon: 'none' })
      } else if (reply.code === 'settings_changed') {
        await this.load()
      }
      this.setData({ refusal: reply.ok ? '' : reply.code })
      this.render()
    },
  },
})
