/**
 * One import: which column means what, the progress, the result with its bad rows. Whoever leaves comes back to where it is; the
 * import goes on without them. Source: product "Staff office".
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import {
  type ImportField,
  type ImportView,
  type Mapping,
  type Preview,
  type RefusalCode,
  type ReportedProblem,
  reportText,
} from '../../../lib/domain'
import { language } from '../../../services/language'
import { allProblems, archive, sendFile } from '../../archive'
import { ImportRun } from '../../import-run'
import { columnsView, knownColumns, withColumn } from '../../views/import-columns'
import { importView, problemLines } from '../../views/imports'
import { section, words } from '../../words'

// WeChat opens this page once at a time; what is not for the screen lives here.
let id = ''
let current: ImportView | null = null
let preview: Preview | null = null
let mapping: Mapping = {}
let problems: ReportedProblem[] = []
let run: ImportRun

Component({
  behaviors: [localised(section('imports'))],
  data: {
    state: 'loading',
    code: '' as RefusalCode | '',
    refusal: '' as RefusalCode | '',
    /** 'columns', 'running' or 'over' */
    mode: '',
    view: null as ReturnType<typeof importView> | null,
    rows: [] as ReturnType<typeof columnsView>['rows'],
    choices: [] as string[],
    sheets: [] as string[],
    sheetIndex: 0,
    note: '',
    before: '',
    missing: '',
    ready: false,
    busy: false,
    failure: '' as RefusalCode | '',
    bad: { lines: [], more: '' } as ReturnType<typeof problemLines>,
    question: null as object | null,
    reportProblem: '',
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onLoad(query: { id?: string }) {
      id = query.id ?? ''
      current = null
      preview = null
      problems = []
      run = new ImportRun((reply) => {
        this.setData({ refusal: reply.ok ? '' : reply.code })
        if (reply.ok) {
          void this.take(reply.value.import)
        }
      })
      await this.load()
    },
    onUnload() {
      run.stop()
    },
    async load() {
      const reply = await archive('read', { id })
      if (!reply.ok) {
        this.setData({ state: 'error', code: reply.code })
        return
      }
      const { import: found } = reply.value
      if (found.state === 'placed' || found.state === 'waiting') {
        await this.look({ id })
      } else {
        this.setData({ state: 'ready' })
        await this.follow(found)
      }
    },
    async look(request: { id: string; sheet?: string }) {
      this.setData({ state: 'loading' })
      const reply = await archive('preview', request)
      if (!reply.ok) {
        this.setData({ state: 'error', code: reply.code })
        return
      }
      current = reply.value.import
      preview = reply.value.preview
      mapping = { ...preview.mapping }
      this.setData({ state: 'ready' })
      this.render()
    },
    render() {
      if (!current) {
        return
      }
      const isWaiting = current.state === 'waiting'
      this.setData({
        mode: isWaiting ? 'columns' : current.state === 'running' ? 'running' : 'over',
        view: importView(current, language()),
        failure: current.failure,
        bad: problemLines(problems, language()),
        ...(isWaiting && preview ? columnsView(current.kind, preview, mapping, language()) : {}),
      })
    },
    onColumn(event: WechatMiniprogram.PickerChange) {
      const { field } = event.currentTarget.dataset as { field: ImportField }
      // The first choice is no column.
      mapping = withColumn(mapping, field, Number(event.detail.value) - 1)
      this.render()
    },
    async onSheet(event: WechatMiniprogram.PickerChange) {
      const sheet = preview?.sheets[Number(event.detail.value)]
      if (sheet !== undefined) {
        await this.look({ id, sheet })
      }
    },
    async onStart() {
      if (this.data.busy || !current) {
        return
      }
      this.setData({ busy: true, refusal: '' })
      const reply = await archive('start', { id, mapping: knownColumns(current.kind, mapping) })
      this.setData({ busy: false })
      if (!reply.ok) {
        this.setData({ refusal: reply.code })
        return
      }
      await this.follow(reply.value.import)
    },
    /** Keeps somebody working on it while it runs, and shows how far it is. */
    async follow(view: ImportView) {
      run.follow(view)
      await this.take(view)
    },
    async take(view: ImportView) {
      current = view
      this.render()
      if (view.state !== 'running' && view.counts.bad > 0) {
        await this.loadProblems()
      }
    },
    async loadProblems() {
      const reply = await allProblems(id)
      problems = reply.ok ? reply.value : []
      this.setData({ refusal: reply.ok ? '' : reply.code })
      this.render()
    },
    async onReport() {
      const { imports: t } = words[language()]
      const name = fill(t.reportName, { name: (current?.name ?? '').replace(/\.\w+$/, '') })
      const isSent = await sendFile(name, reportText(problems, t.reportWords))
      this.setData({ reportProblem: isSent ? '' : t.reportFailed })
    },
    onStop() {
      const { imports: t } = words[language()]
      this.setData({ question: { title: t.stopHead, content: t.stopHint, confirm: t.stopConfirm, cancel: t.goOn } })
    },
    onGoOn() {
      this.setData({ question: null })
    },
    async onConfirmStop() {
      this.setData({ question: null })
      const reply = await archive('stop', { id })
      if (!reply.ok) {
        this.setData({ refusal: reply.code })
        return
      }
      await this.follow(reply.value.import)
    },
    onAgain() {
      wx.navigateBack()
    },
  },
})
