/**
 * Exports: choose what, wait while it is written, open it or send it to a chat. Files are gone after an hour; ID numbers only
 * for administrators, with a purpose. Source: product "Staff office", "Privacy".
 */

import { localised } from '../../../i18n/localised'
import type { RefusalDetails } from '../../../i18n/refusal'
import {
  type ExportContent,
  type ExportFormat,
  type ExportView,
  mayHoldDocuments,
  type RefusalCode,
} from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { office } from '../../../services/office'
import { review } from '../../../services/review'
import { knownRole, staffRole } from '../../../services/staff-role'
import { emptyExport, scopeOf } from '../../export-order'
import { ExportRun } from '../../export-run'
import { contentViews, dayTexts, type ExportRow, exportRow, formatViews, hasPeriod } from '../../views/exports'
import { section } from '../../words'

const NOTE_MAX = 200

// WeChat opens this page once at a time; what is not for the screen lives here.
let list: ExportView[] = []
let run: ExportRun | null = null

Component({
  behaviors: [localised(section('exports'))],
  data: {
    form: emptyExport(0),
    days: { round: '', from: '', to: '' },
    isPeriod: false,
    mayDocuments: false,
    isAdmin: false,
    noteMax: NOTE_MAX,
    contents: [] as ReturnType<typeof contentViews>,
    formats: [] as ReturnType<typeof formatViews>,
    refusal: '' as RefusalCode | '',
    details: {} as RefusalDetails,
    reasonMissing: false,
    busy: false,
    state: 'loading',
    code: '' as RefusalCode | '',
    rows: [] as ExportRow[],
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onLoad() {
      list = []
      run = new ExportRun((view) => this.note(view))
      this.setData({ form: emptyExport(now()), isAdmin: knownRole() === 'admin' })
      this.render()
      await Promise.all([this.load(), this.findRound(), this.findRole()])
    },
    onUnload() {
      run?.stop()
    },
    async onPullDownRefresh() {
      await this.load()
      wx.stopPullDownRefresh()
    },
    async load() {
      const reply = await office('exports', {})
      if (!reply.ok) {
        this.setData({ code: reply.code, state: list.length > 0 ? 'ready' : 'error' })
        return
      }
      list = reply.value.exports
      this.setData({ code: '', state: list.length > 0 ? 'ready' : 'empty' })
      this.render()
      for (const view of list.filter(({ state }) => state === 'running')) {
        run?.follow(view)
      }
    },
    // What is offered follows the role that the office knows; the kept one is only for the first moment.
    async findRole() {
      this.setData({ isAdmin: (await staffRole()) === 'admin' })
      this.render()
    },
    // The round that people mean is the one on the table, or the last one.
    async findRound() {
      const reply = await review('round', {})
      const round = reply.ok ? (reply.value.due?.day ?? reply.value.lastClosed?.day) : undefined
      if (round) {
        this.setData({ 'form.round': round })
        this.render()
      }
    },
    note(view: ExportView) {
      list = list.some(({ id }) => id === view.id)
        ? list.map((each) => (each.id === view.id ? view : each))
        : [view, ...list]
      this.setData({ state: 'ready' })
      this.render()
    },
    render() {
      const spoken = language()
      const { form, isAdmin } = this.data
      this.setData({
        contents: contentViews(isAdmin, spoken),
        formats: formatViews(spoken),
        days: dayTexts(form, spoken),
        isPeriod: hasPeriod(form.content),
        mayDocuments: isAdmin && mayHoldDocuments(form.content),
        rows: list.map((view) => exportRow(view, spoken, now())),
      })
    },
    onContent(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: ExportContent }
      this.setData({ 'form.content': id, 'form.documents': false, refusal: '', reasonMissing: false })
      this.render()
    },
    onFormat(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: ExportFormat }
      this.setData({ 'form.format': id })
    },
    onDay(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { field } = event.currentTarget.dataset as { field: 'round' | 'from' | 'to' }
      this.setData({ [`form.${field}`]: event.detail.value, refusal: '' })
      this.render()
    },
    onDocuments() {
      this.setData({ 'form.documents': !this.data.form.documents, reasonMissing: false })
    },
    onReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ 'form.reason': event.detail.value, reasonMissing: false })
    },
    async onMake() {
      const { form } = this.data
      if (form.documents && form.reason.trim() === '') {
        this.setData({ reasonMissing: true })
        return
      }
      const { format, documents, reason } = form
      this.setData({ busy: true, refusal: '' })
      const asked = { scope: scopeOf(form), format, documents, reason: documents ? reason : '', language: language() }
      const reply = await office('startExport', asked)
      this.setData({ busy: false })
      if (!reply.ok) {
        this.setData({ refusal: reply.code, details: { ...reply.details } })
        return
      }
      this.setData({ 'form.documents': false, 'form.reason': '' })
      this.note(reply.value.export)
      await run?.follow(reply.value.export)
    },
    onChange(event: WechatMiniprogram.CustomEvent<ExportView>) {
      this.note(event.detail)
    },
  },
})
