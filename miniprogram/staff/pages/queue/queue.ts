/**
 * The reviewers' queue: the state of the round, its lists, and the way into reading one application after the other. Made
 * for four hundred applications on a Thursday afternoon. Source: notice III.2; product "Review".
 */
import { localised } from '../../../i18n/localised'
import type { Narrowing, QueueFilter, RefusalCode } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { review } from '../../../services/review'
import { knownRole, staffRole } from '../../../services/staff-role'
import { AtMoment } from '../../at-moment'
import { narrowing, narrowTo } from '../../narrowing'
import type { ListReply } from '../../queue-list'
import { QueueReading } from '../../queue-reading'
import { countOpenMarks } from '../../queue-source'
import { mainAction, type RowView, type roundPanel } from '../../views/queue'
import { type filterViews, foundView, listView, queueView } from '../../views/queue-page'
import { section, words } from '../../words'

const APPLICATION = '/staff/pages/application/application'
const ROUND = '/staff/pages/round/round'
/** How often an open queue looks how far the others are. */
const LOOK_EVERY_MS = 60_000

// WeChat opens this page once at a time; what is not for the screen lives here.
let reading = new QueueReading()
let cutOff: AtMoment
let looking = 0

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
    isNarrowing: false,
    text: '',
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
      reading = new QueueReading()
      cutOff = new AtMoment(() => void this.renew())
      narrowTo({})
      this.setData({ isAdmin: knownRole() === 'admin' })
      await Promise.all([this.load(), this.findRole()])
    },
    onUnload() {
      clearInterval(looking)
      cutOff.clear()
    },
    async onShow() {
      clearInterval(looking)
      looking = setInterval(() => void this.catchUp(), LOOK_EVERY_MS)
      await this.catchUp()
    },
    onHide() {
      clearInterval(looking)
    },
    // Back from an application, or a colleague went on: what is decided goes, and the place in the list stays.
    async catchUp() {
      if (!reading.round || this.data.text !== '') {
        return
      }
      const taken = reading.takeDecided()
      this.render()
      await Promise.all([this.loadRound(), this.loadMarks()])
      const reply = await reading.catchUp(taken)
      if (reply) {
        this.show(reply)
      }
    },
    // The cut-off passed while the page was open: who waited is in the queue now. What is searched for stays on the screen.
    async renew() {
      const [reply] = await Promise.all([reading.list.open(), this.loadRound()])
      if (reply && this.data.text === '') {
        this.show(reply)
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
      const before = reading.list.items.length
      const reply = await reading.list.more()
      if (reply?.ok) {
        this.append(before)
      } else if (reply) {
        this.show(reply)
      }
    },
    async load() {
      const [reply] = await Promise.all([reading.list.open(), this.loadRound(), this.loadMarks()])
      if (reply) {
        this.show(reply)
      }
    },
    async loadRound() {
      if (await reading.readRound()) {
        cutOff.set(reading.changesAt)
        this.render()
      }
    },
    show(reply: ListReply) {
      const hasRows = reading.list.items.length > 0
      const code = reply.ok ? '' : reply.code
      const empty = reply.ok ? 'empty' : 'error'
      this.setData({ code, stale: hasRows ? code : '', state: hasRows ? 'ready' : empty })
      this.render()
    },
    // Only the new rows travel to the screen: the list may be hundreds long.
    append(before: number) {
      const { rows, foot } = listView(reading.list, language(), now())
      const fresh = rows.slice(before).map((row, index) => [`rows[${before + index}]`, row])
      this.setData({ ...Object.fromEntries(fresh), foot })
    },
    render() {
      const spoken = language()
      const { search: s, narrow: n } = words[spoken]
      this.setData({ s, n, ...queueView(reading, narrowing(), this.data.text !== '', spoken, now()) })
    },
    async onFilter(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: QueueFilter }
      this.setData({ filter: id, rows: [], state: 'loading', stale: '' })
      const reply = await reading.list.open(id)
      if (reply) {
        this.show(reply)
      }
    },
    onRow(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      wx.navigateTo({ url: `${APPLICATION}?id=${id}` })
    },
    onAction() {
      const action = reading.round && mainAction(reading.round)
      wx.navigateTo({ url: action === 'close' || action === 'closeResume' ? ROUND : APPLICATION })
    },
    onOpenNarrow() {
      this.setData({ isNarrowing: true })
    },
    onCloseNarrow() {
      this.setData({ isNarrowing: false })
    },
    async onNarrow(event: WechatMiniprogram.CustomEvent<Narrowing>) {
      await this.narrow(event.detail)
    },
    async onAll() {
      await this.narrow({})
    },
    async narrow(wanted: Narrowing) {
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
      this.setData({ text, rows: [], state: 'loading', stale: '' })
      const reply = await review('search', { text })
      if (this.data.text === text) {
        this.setData(foundView(reply, language(), now()))
      }
    },
    onClearSearch() {
      const state = reading.list.items.length > 0 ? 'ready' : 'empty'
      this.setData({ text: '', state, code: '', ...listView(reading.list, language(), now()) })
    },
    onClose() {
      wx.navigateTo({ url: ROUND })
    },
    // The kept role is only for the first moment.
    async findRole() {
      this.setData({ isAdmin: (await staffRole()) === 'admin' })
    },
    async loadMarks() {
      this.setData({ openMarks: await countOpenMarks() })
    },
  },
})
