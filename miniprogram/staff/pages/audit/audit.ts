/**
 * The audit log: who did what, when, filtered by person, action and time; and its verification, piece by piece. Source: product
 * "Staff office" (append-only audit log of every staff action); rules: domain/office/audit-chain.ts.
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import { type AuditHead, type AuditProblem, addDays, dayOf, type RefusalCode } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { office } from '../../../services/office'
import { LogList } from '../../log-list'
import { verify } from '../../verification'
import { entryLine, outcomeView, sealedText } from '../../views/audit'
import { section, words } from '../../words'

const SPANS = { all: null, today: 0, week: -6, month: -29 } as const
type Span = keyof typeof SPANS
const spans = Object.keys(SPANS) as Span[]

// WeChat opens this page once at a time; what is not for the screen lives here.
let log = new LogList((request) => office('audit', request))
let outcome: { head: AuditHead; problems: AuditProblem[] } | null = null
let open = false

Component({
  behaviors: [localised(section('audit'))],
  data: {
    state: 'loading',
    code: '' as RefusalCode | '',
    refusal: '' as RefusalCode | '',
    lines: [] as ReturnType<typeof entryLine>[],
    hasMore: false,
    people: [] as { id: string; name: string }[],
    names: [] as string[],
    actions: [] as string[],
    actionNames: [] as string[],
    person: 0,
    deed: 0,
    span: 'all' as Span,
    spans: [] as { id: Span; name: string }[],
    sealed: '',
    running: '',
    percent: 0,
    stopped: false,
    outcome: null as ReturnType<typeof outcomeView> | null,
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onLoad() {
      log = new LogList((request) => office('audit', request))
      outcome = null
      open = true
      await this.load()
    },
    onUnload() {
      open = false
    },
    async onPullDownRefresh() {
      await this.load()
      wx.stopPullDownRefresh()
    },
    async load() {
      this.setData({ state: log.first ? 'ready' : 'loading', code: '', refusal: '' })
      const reply = await log.open(this.filter())
      if (reply) {
        const code = reply.ok ? '' : reply.code
        this.setData({ state: log.first ? 'ready' : 'error', code, refusal: log.first ? code : '' })
        this.render()
      }
    },
    filter() {
      const { people, person, actions, deed, span } = this.data
      const days = SPANS[span]
      return {
        by: people[person - 1]?.id ?? null,
        what: actions[deed - 1] ?? null,
        from: days === null ? null : addDays(dayOf(now()), days),
      }
    },
    render() {
      const spoken = language()
      const { audit } = words[spoken]
      const people = log.first?.people ?? []
      const actions = Object.keys(audit.actions)
      const empty = log.first !== null && log.entries.length === 0
      this.setData({
        ...(empty && this.data.state === 'ready' && { state: 'empty' }),
        lines: log.entries.map((entry) => entryLine(entry, spoken, now())),
        hasMore: log.hasMore,
        people,
        names: [audit.everybody, ...people.map(({ name }) => name)],
        actions,
        actionNames: [audit.everything, ...actions.map((action) => audit.actions[action] ?? action)],
        spans: spans.map((id) => ({ id, name: audit.spans[id] })),
        sealed: log.first ? sealedText(outcome?.head ?? log.first.head, spoken) : '',
        outcome: outcome && outcomeView(outcome.head, outcome.problems, spoken),
      })
    },
    async onPerson(event: WechatMiniprogram.PickerChange) {
      this.setData({ person: Number(event.detail.value) })
      await this.load()
    },
    async onDeed(event: WechatMiniprogram.PickerChange) {
      this.setData({ deed: Number(event.detail.value) })
      await this.load()
    },
    async onSpan(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: Span }
      this.setData({ span: id })
      await this.load()
    },
    async onReachBottom() {
      const reply = await log.more()
      if (reply) {
        this.setData({ refusal: reply.ok ? '' : reply.code })
        this.render()
      }
    },
    async onVerify() {
      if (this.data.running !== '') {
        return
      }
      outcome = null
      this.progress(0, 1)
      this.setData({ outcome: null, stopped: false })
      const found = await verify(
        (request) => office('verifyAudit', request),
        (done, total) => {
          this.progress(done, total)
          return open
        },
      )
      outcome = found?.ok ? found.value : null
      this.setData({ running: '', stopped: found?.ok === false, refusal: found && !found.ok ? found.code : '' })
      this.render()
    },
    progress(done: number, total: number) {
      const running = fill(words[language()].audit.check.running, { done, total })
      this.setData({ running, percent: total === 0 ? 100 : Math.round((done / total) * 100) })
    },
    onEntry(event: WechatMiniprogram.TouchEvent) {
      const { application } = event.currentTarget.dataset as { application: string }
      if (application !== '') {
        wx.navigateTo({ url: `/staff/pages/application/application?id=${application}` })
      }
    },
  },
})
