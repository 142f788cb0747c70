/**
 * Visits that wait for an answer, and those that were approved, from today on. What a rule approves needs nobody; staff decide
 * about the rest, and can take a pass back. Source: product "Visitor pass".
 */
import { localised } from '../../../i18n/localised'
import type { RefusalCode, StaffVisit, VisitList, VisitRefusalReason } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { visitor } from '../../../services/visitor'
import type { ReasonQuestion } from '../../components/reason-sheet/reason-sheet'
import { type VisitorRow, visitorRow, visitQuestion } from '../../views/visitors'
import { section } from '../../words'

// WeChat opens this page once at a time; what is not for the screen lives here.
let visits: StaffVisit[] = []

Component({
  behaviors: [localised(section('visitors'))],
  data: {
    list: 'waiting' as VisitList,
    state: 'loading',
    code: '' as RefusalCode | '',
    refusal: '' as RefusalCode | '',
    rows: [] as VisitorRow[],
    refusing: '',
    question: null as ReasonQuestion | null,
    busy: '',
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onLoad() {
      visits = []
      await this.load()
    },
    async onPullDownRefresh() {
      await this.load()
      wx.stopPullDownRefresh()
    },
    async load() {
      const { list } = this.data
      const reply = await visitor('list', { list })
      // Another list was chosen meanwhile.
      if (list !== this.data.list) {
        return
      }
      if (reply.ok) {
        visits = reply.value.visits
      }
      const code = reply.ok ? '' : reply.code
      const hasRows = visits.length > 0
      this.setData({ code, refusal: hasRows ? code : '', state: hasRows ? 'ready' : reply.ok ? 'empty' : 'error' })
      this.render()
    },
    render() {
      const asked = visits.find(({ id }) => id === this.data.refusing)
      this.setData({
        rows: visits.map((visit) => visitorRow(visit, language(), now())),
        question: asked ? visitQuestion(asked, language()) : null,
      })
    },
    async onList(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: VisitList }
      visits = []
      this.setData({ list: id, rows: [], state: 'loading', refusal: '' })
      await this.load()
    },
    onSource(event: WechatMiniprogram.TouchEvent) {
      const { url } = event.currentTarget.dataset as { url: string }
      wx.navigateTo({ url })
    },
    async onApprove(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      await this.decide({ id, kind: 'approve' }, this.data.t.approved)
    },
    onRefuse(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      this.setData({ refusing: id, refusal: '' })
      this.render()
    },
    onCancelSheet() {
      this.setData({ refusing: '' })
      this.render()
    },
    async onReason(event: WechatMiniprogram.CustomEvent<{ reason: VisitRefusalReason; note?: string }>) {
      const { reason, note } = event.detail
      const { refusing: id, t } = this.data
      await this.decide({ id, kind: 'refuse', reason, ...(note && { note }) }, t.refused)
    },
    /** A decided visit leaves the list; so does one that a colleague or its visitor was faster with. */
    async decide(decision: Parameters<typeof visitor<'decide'>>[1], done: string) {
      if (this.data.busy) {
        return
      }
      this.setData({ busy: decision.id, refusal: '' })
      const reply = await visitor('decide', decision)
      this.setData({ busy: '', refusing: '' })
      if (reply.ok) {
        visits = visits.filter(({ id }) => id !== decision.id)
        wx.showToast({ title: done, icon: 'none' })
        this.setData({ state: visits.length > 0 ? 'ready' : 'empty' })
        this.render()
        return
      }
      await this.load()
      this.setData({ refusal: reply.code })
    },
  },
})
