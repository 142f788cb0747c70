/**
 * What the scans make suspicious, in plain words, for somebody to look at: a code used twice, a card that travels too fast, a
 * card that goes round. A mark accuses nobody; it is settled by a person, with a note. Source: product "Gate".
 */
import { localised } from '../../../i18n/localised'
import type { MarkOutcome, OfficeReplies, RefusalCode } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { office } from '../../../services/office'
import type { Reply } from '../../../services/request'
import type { ReasonQuestion } from '../../components/reason-sheet/reason-sheet'
import { MarkList, type MarkState } from '../../mark-list'
import { type MarkRow, markView } from '../../views/marks'
import { markQuestion } from '../../views/reason'
import { section } from '../../words'

// WeChat opens this page once at a time; what is not for the screen lives here.
let list = emptyList()

Component({
  behaviors: [localised(section('marks'))],
  data: {
    choice: 'open' as MarkState,
    state: 'loading',
    code: '' as RefusalCode | '',
    refusal: '' as RefusalCode | '',
    rows: [] as MarkRow[],
    hasMore: false,
    settling: '',
    question: null as ReasonQuestion | null,
    busy: false,
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onLoad() {
      list = emptyList()
      await this.load()
    },
    async onPullDownRefresh() {
      await this.load()
      wx.stopPullDownRefresh()
    },
    async onReachBottom() {
      this.show(await list.more())
    },
    async load() {
      this.show(await list.open())
    },
    show(reply: Reply<OfficeReplies['marks']> | null) {
      if (!reply) {
        return
      }
      const hasRows = list.marks.length > 0
      const code = reply.ok ? '' : reply.code
      const without = reply.ok ? 'empty' : 'error'
      this.setData({ code, refusal: hasRows ? code : '', state: hasRows ? 'ready' : without })
      this.render()
    },
    render() {
      const { settling } = this.data
      this.setData({
        rows: list.marks.map((mark) => markView(mark, language(), now())),
        hasMore: list.hasMore,
        question: settling === '' ? null : markQuestion(settling, language()),
      })
    },
    async onChoice(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: MarkState }
      this.setData({ choice: id, rows: [], state: 'loading', refusal: '' })
      this.show(await list.open(id))
    },
    onCard(event: WechatMiniprogram.TouchEvent) {
      const { number } = event.currentTarget.dataset as { number: string }
      // A day pass has no card number.
      const url = number === '' ? '/staff/pages/visitors/visitors' : `/staff/pages/card/card?number=${number}`
      wx.navigateTo({ url })
    },
    onSettle(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      this.setData({ settling: id, refusal: '' })
      this.render()
    },
    onCancelSheet() {
      this.setData({ settling: '' })
      this.render()
    },
    async onReason(event: WechatMiniprogram.CustomEvent<{ reason: MarkOutcome; note?: string }>) {
      const { reason: outcome, note } = event.detail
      this.setData({ busy: true })
      const reply = await office('settleMark', { id: this.data.settling, outcome, ...(note && { note }) })
      this.setData({ busy: false, settling: '' })
      if (reply.ok) {
        list.settle(reply.value.mark)
        wx.showToast({ title: this.data.t.done, icon: 'none' })
      } else {
        this.setData({ refusal: reply.code })
      }
      this.setData({ state: list.marks.length > 0 ? 'ready' : 'empty' })
      this.render()
    },
  },
})

function emptyList(): MarkList {
  return new MarkList((state, after) => office('marks', { state, after }))
}
