/**
 * A reviewer's own decisions of today, newest first: to look at one again, or to undo several at once, for instance the last
 * ten after a slip. Possible until the round closes. Source: product "Review".
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import type { OwnDecision, RefusalCode } from '../../../lib/domain'
import { language } from '../../../services/language'
import { review } from '../../../services/review'
import { noteDecision } from '../../decided'
import { decisionRow, mostChosen } from '../../views/decisions'
import { section, words } from '../../words'

const LAST = 10

// WeChat opens this page once at a time; what is not for the screen lives here.
let decisions: OwnDecision[] = []
let chosen = new Set<string>()

Component({
  behaviors: [localised(section('ownDecisions'))],
  data: {
    state: 'loading',
    code: '' as RefusalCode | '',
    refusal: '' as RefusalCode | '',
    rows: [] as ReturnType<typeof decisionRow>[],
    total: '',
    canChoose: false,
    undo: '',
    busy: false,
    question: null as object | null,
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onLoad() {
      decisions = []
      chosen = new Set()
      await this.load()
    },
    async onPullDownRefresh() {
      await this.load()
      wx.stopPullDownRefresh()
    },
    async load() {
      const reply = await review('decisions', {})
      if (!reply.ok) {
        this.setData({ state: 'error', code: reply.code })
        return
      }
      decisions = reply.value.items
      chosen = new Set()
      const total = fill(words[language()].ownDecisions.total, { count: reply.value.count })
      this.setData({ state: decisions.length > 0 ? 'ready' : 'empty', code: '', total })
      this.render()
    },
    render() {
      const { undoSelected } = words[language()].ownDecisions
      this.setData({
        rows: decisions.map((decision) => decisionRow(decision, chosen, language())),
        canChoose: decisions.some(({ undoable }) => undoable),
        undo: chosen.size > 0 ? fill(undoSelected, { count: chosen.size }) : '',
      })
    },
    onChoose(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      if (!chosen.delete(id)) {
        chosen.add(id)
      }
      this.render()
    },
    onChooseLast() {
      chosen = mostChosen(decisions, LAST)
      this.render()
    },
    onOpen(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      wx.navigateTo({ url: `/staff/pages/application/application?id=${id}` })
    },
    onUndo() {
      const { askHead, askText, askYes, notNow } = words[language()].ownDecisions
      const title = fill(askHead, { count: chosen.size })
      this.setData({ question: { title, content: askText, confirm: askYes, cancel: notNow } })
    },
    onNotNow() {
      this.setData({ question: null })
    },
    async onConfirm() {
      if (this.data.busy) {
        return
      }
      this.setData({ question: null, busy: true, refusal: '' })
      const wanted = decisions.filter(({ id }) => chosen.has(id)).map(({ id, version }) => ({ id, version }))
      const reply = await review('undoSeveral', { decisions: wanted })
      this.setData({ busy: false })
      if (!reply.ok) {
        this.setData({ refusal: reply.code })
        return
      }
      const { undone, kept } = reply.value
      for (const id of undone) {
        noteDecision(id, null)
      }
      const { done, partly } = words[language()].ownDecisions
      const title = fill(kept.length > 0 ? partly : done, { undone: undone.length, kept: kept.length })
      wx.showToast({ title, icon: 'none' })
      await this.load()
    },
  },
})
