/**
 * Bulk approval: how many match the archive exactly, a random sample to look at one by one, then all of them at one tap; the
 * whole batch can be undone until the round closes. Source: product "Bulk approval of exact matches".
 */
import { localised } from '../../../i18n/localised'
import type { RefusalCode, ReviewReplies } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { review } from '../../../services/review'
import { type BulkEnd, type BulkProgress, runApproval, runUndo } from '../../bulk-run'
import { SampleWalk } from '../../sample-walk'
import { approvalQuestion, bulkBar, bulkResult, overview, sampleView, undoQuestion } from '../../views/bulk'
import { section } from '../../words'

type Mode = 'overview' | 'sample' | 'running' | 'paused' | 'done'
type Work = 'approve' | 'undo'

/** What the page holds beside its data. */
type Batch = {
  exact: ReviewReplies['exact'] | null
  walk: SampleWalk | null
  progress: BulkProgress
  end: { count: number; skipped: number }
  isGone: boolean
}
const batchOf = (page: object) => page as Batch

Component({
  behaviors: [localised(section('bulk'))],
  data: {
    state: 'loading',
    code: '' as RefusalCode | '',
    refusal: '' as RefusalCode | '',
    details: {} as object,
    mode: 'overview' as Mode,
    work: 'approve' as Work,
    busy: false,
    view: null as ReturnType<typeof overview> | null,
    item: null as ReturnType<typeof sampleView>,
    bar: null as ReturnType<typeof bulkBar> | null,
    result: null as ReturnType<typeof bulkResult> | null,
    question: null as ReturnType<typeof undoQuestion> | null,
  },
  observers: {
    'language, mode'() {
      this.render()
    },
  },
  methods: {
    async onLoad() {
      const empty = { exact: null, walk: null, progress: { done: 0, total: 0 }, end: { count: 0, skipped: 0 } }
      Object.assign(batchOf(this), { ...empty, isGone: false })
      await this.load()
    },
    onUnload() {
      batchOf(this).isGone = true
    },
    async onPullDownRefresh() {
      if (this.data.mode === 'overview') {
        await this.load()
      }
      wx.stopPullDownRefresh()
    },
    async load() {
      const batch = batchOf(this)
      this.setData({ code: '', state: batch.exact ? 'ready' : 'loading' })
      const reply = await review('exact', {})
      if (!reply.ok) {
        this.setData({ code: reply.code, state: 'error' })
        return
      }
      batch.exact = reply.value
      this.setData({ state: 'ready', mode: 'overview' })
      this.render()
    },
    render() {
      const { exact, walk, progress, end } = batchOf(this)
      if (!exact) {
        return
      }
      const { mode, work } = this.data
      const spoken = language()
      this.setData({
        view: overview(exact, spoken, now()),
        item: mode === 'sample' && walk ? sampleView(walk.sample.items, walk.place, spoken) : null,
        bar: bulkBar(progress, work, mode === 'running', spoken),
        result: mode === 'done' ? bulkResult(work, end.count, end.skipped, spoken) : null,
      })
    },
    async onBegin() {
      if (this.data.busy) {
        return
      }
      this.setData({ busy: true, refusal: '' })
      const reply = await review('sampleExact', {})
      this.setData({ busy: false })
      if (!reply.ok) {
        this.refuse(reply.code, reply.details)
        return
      }
      batchOf(this).walk = new SampleWalk(reply.value)
      this.setData({ mode: 'sample', work: 'approve' })
      this.render()
    },
    onFine() {
      const { walk } = batchOf(this)
      if (!walk) {
        return
      }
      if (walk.fine()) {
        this.turn()
      } else {
        const { total, items } = walk.sample
        this.setData({ question: approvalQuestion(total, items.length, language()) })
      }
    },
    onBefore() {
      batchOf(this).walk?.back()
      this.turn()
    },
    turn() {
      this.render()
      wx.pageScrollTo({ scrollTop: 0, duration: 0 })
    },
    // Whoever is in doubt decides about this one alone; the sample begins anew afterwards.
    onWrong() {
      const { item } = this.data
      if (item) {
        this.setData({ mode: 'overview' })
        wx.navigateTo({ url: `/staff/pages/application/application?id=${item.id}` })
      }
    },
    onUndo() {
      const count = batchOf(this).exact?.last?.approved ?? 0
      this.setData({ work: 'undo', question: undoQuestion(count, language()) })
    },
    onNotNow() {
      this.setData({ question: null })
    },
    async onConfirm() {
      this.setData({ question: null })
      batchOf(this).progress = { done: 0, total: 0 }
      await this.run()
    },
    async run() {
      this.setData({ mode: 'running', refusal: '' })
      const batch = batchOf(this)
      const show = (progress: BulkProgress) => {
        batch.progress = progress
        this.render()
      }
      const isStopped = () => batch.isGone
      const end = await (this.data.work === 'approve'
        ? runApproval((after) => this.approve(after), show, isStopped)
        : runUndo(() => review('undoExact', { id: batch.exact?.last?.id ?? '' }), show, isStopped))
      await this.finish(end)
    },
    approve(after: string | null) {
      const { walk } = batchOf(this)
      return review('approveExact', { id: walk?.sample.id ?? '', seen: walk?.seen ?? [], ...(after && { after }) })
    },
    async finish(end: BulkEnd) {
      if (end.kind === 'done') {
        batchOf(this).end = end
        this.setData({ mode: 'done' })
        this.render()
      } else if (end.kind === 'refused') {
        this.setData({ mode: 'paused' })
        this.refuse(end.code, end.details)
      }
    },
    // A sample that is out of date leads back to where a new one is taken.
    refuse(code: RefusalCode, details: object = {}) {
      const isOver =
        code === 'sample_outdated' || code === 'bulk_undone' || code === 'bulk_unknown' || code === 'nothing_exact'
      this.setData({ refusal: code, details })
      if (isOver) {
        void this.load()
      }
    },
    onQueue() {
      wx.navigateBack()
    },
  },
})
