/**
 * The reviewers' queue: the state of the round, its lists, and the way into reading one application after the other. Made
 * for four hundred applications on a Thursday afternoon. Source: notice III.2; product "Review".
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import type { Day, QueueFilter, QueueItem, RefusalCode, RoundView } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { review } from '../../../services/review'
import { knownRole } from '../../../services/staff-role'
import { takeChanges } from '../../decided'
import { isNarrowed, narrowing, narrowTo } from '../../narrowing'
import type { ListReply, QueueList } from '../../queue-list'
import { countOpenMarks, emptyList } from '../../queue-source'
import { type Choice, narrowGroups, narrowLine, withChoice } from '../../views/narrowing'
import {
  emptyText,
  filterViews,
  lastClosedLine,
  mainAction,
  type RowView,
  roundPanel,
  rowView,
} from '../../views/queue'
import { section, words } from '../../words'

const APPLICATION = '/staff/pages/application/application'
const ROUND = '/staff/pages/round/round'

// WeChat opens this page once at a time; what is not for the screen lives here.
let list: QueueList = emptyList()
let round: RoundView | null = null
let counts: RoundView['counts'] | null = null
let rounds: Day[] = []
let found: QueueItem[] = []

Component({
  behaviors: [localised(section('queue'))],
  data: {
    state: 'loading',
    code: '' as RefusalCode | '',
    stale: '' as RefusalCode | '',
    panel: null as ReturnType<typeof roundPanel> | null,
    action: '',
    last: '',
    filters: [] as ReturnType<typeof filterViews>,
    filter: 'undecided' as QueueFilter,
    rows: [] as RowView[],
    emptyText: '',
    foot: '',
    narrowed: '',
    groups: [] as ReturnType<typeof narrowGroups>,
    text: '',
    searching: false,
    isAdmin: false,
    openMarks: '',
    s: words[language()].search,
    n: words[language()].narrow,
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onLoad() {
      list = emptyList()
      round = null
      counts = null
      narrowTo({})
      this.setData({ isAdmin: knownRole() === 'admin' })
      await this.load()
    },
    // Back from an application: its line goes at once, and the place in the list stays. When the count says that colleagues
    // decided as well, or the round was closed, what was shown is read again.
    async onShow() {
      if (!round || this.data.text !== '') {
        return
      }
      const { gone, others } = takeChanges(list.filter)
      const expected = countOf(list.filter) - gone.size
      list.remove(gone)
      this.render()
      await Promise.all([this.loadRound(), this.loadMarks()])
      if (others || list.items.length === 0 || countOf(list.filter) !== expected) {
        const reply = await list.reread()
        if (reply) {
          this.show(reply)
        }
      }
    },
    async onPullDownRefresh() {
      await this.load()
      wx.stopPullDownRefresh()
    },
    async onReachBottom() {
      if (this.data.text !== '') {
        return
      }
      const before = list.items.length
      const reply = await list.more()
      if (reply?.ok) {
        this.append(before)
      } else if (reply) {
        this.show(reply)
      }
    },
    async load() {
      const [reply] = await Promise.all([list.open(), this.loadRound(), this.loadMarks()])
      if (reply) {
        this.show(reply)
      }
    },
    // The round has the length of the whole lists; narrowed ones are counted by themselves.
    async loadRound() {
      const [whole, narrow] = await Promise.all([
        review('round', {}),
        isNarrowed() ? review('counts', { narrow: narrowing() }) : null,
      ])
      if (whole.ok) {
        round = whole.value
        counts = narrow?.ok ? narrow.value.counts : whole.value.counts
        this.render()
      }
    },
    show(reply: ListReply) {
      const hasRows = list.items.length > 0
      const code = reply.ok ? '' : reply.code
      this.setData({ code, stale: hasRows ? code : '' })
      const empty = reply.ok ? 'empty' : 'error'
      this.setData({ state: hasRows ? 'ready' : empty })
      this.render()
    },
    // Only the new rows travel to the screen: the list may be hundreds long.
    append(before: number) {
      const fresh = list.items.slice(before).map((item, index) => [`rows[${before + index}]`, row(item)])
      this.setData({ ...Object.fromEntries(fresh), foot: foot() })
    },
    render() {
      const [spoken, moment] = [language(), now()]
      const { queue, search: s, narrow: n } = words[spoken]
      this.setData({
        s,
        n,
        filter: list.filter,
        narrowed: narrowLine(narrowing(), spoken, moment),
        groups: this.data.groups.length > 0 ? narrowGroups(narrowing(), rounds, spoken, moment) : [],
        ...(this.data.text === '' ? this.listed() : {}),
      })
      if (round) {
        const action = mainAction(round)
        this.setData({
          panel: roundPanel(round, spoken, moment),
          filters: filterViews(counts ?? round.counts, spoken),
          last: lastClosedLine(round, spoken, moment),
          action: action ? queue[action] : '',
        })
      }
    },
    listed() {
      return { rows: list.items.map(row), emptyText: emptyText(list.filter, language()), foot: foot() }
    },
    async onFilter(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: QueueFilter }
      this.setData({ filter: id, rows: [], state: 'loading', stale: '' })
      const reply = await list.open(id)
      if (reply) {
        this.show(reply)
      }
    },
    onRow(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      wx.navigateTo({ url: `${APPLICATION}?id=${id}` })
    },
    async onAction() {
      const action = round && mainAction(round)
      if (action === 'close' || action === 'closeResume') {
        wx.navigateTo({ url: ROUND })
        return
      }
      wx.navigateTo({ url: APPLICATION })
    },
    async onNarrow() {
      this.setData({ groups: narrowGroups(narrowing(), rounds, language(), now()) })
      const reply = await review('counts', { narrow: {} })
      if (reply.ok && this.data.groups.length > 0) {
        rounds = reply.value.rounds
        this.render()
      }
    },
    async onChoice(event: WechatMiniprogram.CustomEvent<Choice>) {
      await this.narrow(withChoice(narrowing(), event.detail))
    },
    async onAll() {
      await this.narrow({})
    },
    onCloseNarrow() {
      this.setData({ groups: [] })
    },
    async narrow(wanted: ReturnType<typeof narrowing>) {
      narrowTo(wanted)
      this.setData({ text: '', rows: [], state: 'loading', stale: '' })
      this.render()
      await this.load()
    },
    async onSearch(event: WechatMiniprogram.InputConfirm) {
      const text = event.detail.value.trim()
      if (text === '') {
        this.onClearSearch()
        return
      }
      this.setData({ text, searching: true, rows: [], state: 'loading', stale: '' })
      const reply = await review('search', { text })
      if (this.data.text !== text) {
        return
      }
      found = reply.ok ? reply.value.items : []
      const { search } = words[language()]
      const empty = reply.ok ? 'empty' : 'error'
      this.setData({
        state: found.length > 0 ? 'ready' : empty,
        code: reply.ok ? '' : reply.code,
        searching: false,
        emptyText: search.none,
        rows: found.map(row),
        foot: reply.ok && reply.value.more ? search.more : fill(search.found, { count: found.length }),
      })
    },
    onClearSearch() {
      found = []
      this.setData({ text: '', state: list.items.length > 0 ? 'ready' : 'empty', code: '', ...this.listed() })
    },
    onClose() {
      wx.navigateTo({ url: ROUND })
    },
    async loadMarks() {
      this.setData({ openMarks: await countOpenMarks() })
    },
  },
})

function row(item: QueueItem): RowView {
  return rowView(item, language(), now())
}

function countOf(filter: QueueFilter): number {
  return (counts ?? round?.counts)?.[filter] ?? 0
}

function foot(): string {
  const { queue } = words[language()]
  return list.after === null ? fill(queue.end, { count: list.items.length }) : queue.more
}
