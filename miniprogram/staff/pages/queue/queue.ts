/**
 * The reviewers' queue: the state of the round, its lists, and the way into reading one application after the other. Made
 * for four hundred applications on a Thursday afternoon. Source: notice III.2; product "Review".
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import type { QueueFilter, QueueItem, RefusalCode, RoundView } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { review } from '../../../services/review'
import { knownRole } from '../../../services/staff-role'
import { takeChanges } from '../../decided'
import type { ListReply, QueueList } from '../../queue-list'
import { countOpenMarks, emptyList, firstUndecided } from '../../queue-source'
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
    isAdmin: false,
    openMarks: '',
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
      this.setData({ isAdmin: knownRole() === 'admin' })
      await this.load()
    },
    // Back from an application: its line goes at once, and the place in the list stays. When the count says that colleagues
    // decided as well, or the round was closed, what was shown is read again.
    async onShow() {
      if (!round) {
        return
      }
      const { gone, others } = takeChanges(list.filter)
      const expected = round.counts[list.filter] - gone.size
      list.remove(gone)
      this.render()
      await Promise.all([this.loadRound(), this.loadMarks()])
      if (others || list.items.length === 0 || round.counts[list.filter] !== expected) {
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
    async loadRound() {
      const reply = await review('round', {})
      if (reply.ok) {
        round = reply.value
        this.render()
      }
    },
    show(reply: ListReply) {
      const hasRows = list.items.length > 0
      const code = reply.ok ? '' : reply.code
      this.setData({ code, stale: hasRows ? code : '' })
      if (reply.ok && round) {
        round = { ...round, counts: reply.value.counts }
      }
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
      const { queue } = words[spoken]
      this.setData({
        filter: list.filter,
        rows: list.items.map(row),
        emptyText: emptyText(list.filter, spoken),
        foot: foot(),
      })
      if (round) {
        const action = mainAction(round)
        this.setData({
          panel: roundPanel(round, spoken, moment),
          filters: filterViews(round.counts, spoken),
          last: lastClosedLine(round, spoken, moment),
          action: action ? queue[action] : '',
        })
      }
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
      const first = list.filter === 'undecided' ? list.items[0]?.id : await firstUndecided()
      if (first) {
        wx.navigateTo({ url: `${APPLICATION}?id=${first}` })
      }
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

function foot(): string {
  const { queue } = words[language()]
  return list.after === null ? fill(queue.end, { count: list.items.length }) : queue.more
}
