/**
 * One import: which column means what, the progress, the result with its bad rows. Whoever leaves comes back to where it is; the
 * import goes on without them. Source: product "Staff office".
 */

import { sayMoment } from '../../../i18n/dates'
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import {
  fieldsOf,
  type ImportField,
  type ImportView,
  type Mapping,
  missingFields,
  type Preview,
  type RefusalCode,
  type ReportedProblem,
  reportText,
} from '../../../lib/domain'
import { language } from '../../../services/language'
import { archive, sendFile } from '../../archive'
import { columnChoices, columnRows, fileNote, importView, missingText, problemLines } from '../../views/imports'
import { section, words } from '../../words'

const POLL_MS = 1000

// WeChat opens this page once at a time; what is not for the screen lives here.
let id = ''
let current: ImportView | null = null
let preview: Preview | null = null
let mapping: Mapping = {}
let problems: ReportedProblem[] = []
let timer = 0

Component({
  behaviors: [localised(section('imports'))],
  data: {
    state: 'loading',
    code: '' as RefusalCode | '',
    refusal: '' as RefusalCode | '',
    /** 'columns', 'running' or 'over' */
    mode: '',
    view: null as ReturnType<typeof importView> | null,
    rows: [] as ReturnType<typeof columnRows>,
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
      await this.load()
    },
    onUnload() {
      clearTimeout(timer)
    },
    async load() {
      const reply = await archive('read', { id })
      if (!reply.ok) {
        this.setData({ state: 'error', code: reply.code })
        return
      }
      current = reply.value.import
      if (current.state === 'placed' || current.state === 'waiting') {
        await this.look({ id })
      } else {
        this.setData({ state: 'ready' })
        await this.follow()
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
        ...(isWaiting && preview ? this.columns(preview, current) : {}),
      })
    },
    columns(seen: Preview, { kind }: ImportView) {
      const { importedBefore } = words[language()].imports
      return {
        rows: columnRows(kind, seen, mapping, language()),
        choices: columnChoices(seen, language()),
        sheets: seen.sheets,
        sheetIndex: Math.max(0, seen.sheets.indexOf(seen.sheet)),
        note: fileNote(seen, language()),
        before: seen.importedAt ? fill(importedBefore, { when: sayMoment(seen.importedAt, language()) }) : '',
        missing: missingText(kind, mapping, language()),
        ready: missingFields(kind, mapping).length === 0,
      }
    },
    onColumn(event: WechatMiniprogram.PickerChange) {
      const { field } = event.currentTarget.dataset as { field: ImportField }
      const column = Number(event.detail.value) - 1
      const { [field]: _, ...others } = mapping
      // A column means one thing: whoever takes it takes it from the other.
      const free = Object.entries(others).filter(([, taken]) => taken !== column)
      mapping = Object.fromEntries(column < 0 ? free : [...free, [field, column]])
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
      const known = fieldsOf[current.kind].flatMap((field) => {
        const column = mapping[field]
        return column === undefined ? [] : [[field, column] as const]
      })
      const reply = await archive('start', { id, mapping: Object.fromEntries(known) as Record<ImportField, number> })
      this.setData({ busy: false })
      if (!reply.ok) {
        this.setData({ refusal: reply.code })
        return
      }
      current = reply.value.import
      await this.follow()
    },
    /** Keeps somebody working on it while it runs, and shows how far it is. */
    async follow() {
      this.render()
      if (current?.state === 'running') {
        this.work()
        this.poll()
      } else if (current && current.counts.bad > 0) {
        await this.loadProblems()
      }
    },
    async work() {
      const reply = await archive('run', { id })
      if (reply.ok && reply.value.import.id === current?.id && current.state === 'running') {
        current = reply.value.import
        clearTimeout(timer)
        await this.follow()
      }
    },
    poll() {
      clearTimeout(timer)
      timer = setTimeout(async () => {
        const reply = await archive('read', { id })
        this.setData({ refusal: reply.ok ? '' : reply.code })
        if (reply.ok && current?.state === 'running') {
          current = reply.value.import
          this.render()
        }
        if (current?.state === 'running') {
          this.poll()
        }
      }, POLL_MS)
    },
    async loadProblems() {
      problems = []
      let after: string | null = null
      do {
        const reply: Awaited<ReturnType<typeof archive<'problems'>>> = await archive('problems', { id, after })
        if (!reply.ok) {
          this.setData({ refusal: reply.code })
          return
        }
        problems = [...problems, ...reply.value.problems]
        after = reply.value.after
      } while (after !== null)
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
      clearTimeout(timer)
      current = reply.value.import
      await this.follow()
    },
    onAgain() {
      wx.navigateBack()
    },
  },
})
