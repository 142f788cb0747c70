/**
 * Messages that did not arrive, and why, in words: sent again one by one or all of a kind. Those that may have come twice are a
 * list of their own, which asks for nothing. Source: product "Messages" (failures are a list that staff see and can resend).
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import type { MessageEvent, MessageList, NotificationsReplies, RefusalCode } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { notifications } from '../../../services/notifications'
import type { Reply } from '../../../services/request'
import { PagedList } from '../../paged-list'
import { countViews, kindViews, type MessageRow, messageView, resendAllQuestion } from '../../views/messages'
import { section } from '../../words'

type Page = NotificationsReplies['messages']

// WeChat opens this page once at a time; what is not for the screen lives here.
let list = emptyList()
let newest: Page | null = null

Component({
  behaviors: [localised(section('messages'))],
  data: {
    choice: 'failed' as MessageList,
    state: 'loading',
    code: '' as RefusalCode | '',
    refusal: '' as RefusalCode | '',
    counts: [] as ReturnType<typeof countViews>,
    kinds: [] as ReturnType<typeof kindViews>,
    rows: [] as MessageRow[],
    hasMore: false,
    asked: '' as MessageEvent | '',
    question: null as object | null,
    busy: '',
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onLoad() {
      list = emptyList()
      newest = null
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
    show(reply: Reply<Page> | null) {
      if (!reply) {
        return
      }
      newest = reply.ok ? reply.value : newest
      const code = reply.ok ? '' : reply.code
      const hasRows = list.items.length > 0
      this.setData({ code, refusal: hasRows ? code : '', state: hasRows ? 'ready' : reply.ok ? 'empty' : 'error' })
      this.render()
    },
    render() {
      const kind = newest?.kinds.find(({ event }) => event === this.data.asked)
      this.setData({
        counts: newest ? countViews(newest.counts, language()) : [],
        kinds: newest && this.data.choice === 'failed' ? kindViews(newest.kinds, language()) : [],
        rows: list.items.map((message) => messageView(message, language(), now())),
        hasMore: list.hasMore,
        question: kind ? resendAllQuestion(kind, language()) : null,
      })
    },
    async onChoice(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: MessageList }
      this.setData({ choice: id, rows: [], state: 'loading', refusal: '' })
      this.show(await list.open(id))
    },
    async onResend(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      if (this.data.busy !== '') {
        return
      }
      this.setData({ busy: id, refusal: '' })
      const reply = await notifications('resend', { id })
      this.setData({ busy: '' })
      // Somebody else was faster: it has left the list as well.
      if (reply.ok || reply.code === 'message_not_failed') {
        await this.load()
        wx.showToast({ title: this.data.t.resent, icon: 'none' })
      } else {
        this.setData({ refusal: reply.code })
      }
    },
    onAskAll(event: WechatMiniprogram.TouchEvent) {
      const { event: asked } = event.currentTarget.dataset as { event: MessageEvent }
      this.setData({ asked, refusal: '' })
      this.render()
    },
    onNotNow() {
      this.setData({ asked: '' })
      this.render()
    },
    async onResendAll() {
      const { asked, busy } = this.data
      if (asked === '' || busy !== '') {
        return
      }
      this.setData({ busy: asked, asked: '' })
      this.render()
      const done = await resendEvery(asked)
      this.setData({ busy: '' })
      await this.load()
      if (done.ok) {
        wx.showToast({ title: fill(this.data.t.resentAll, { count: done.value }), icon: 'none' })
      } else {
        this.setData({ refusal: done.code })
      }
    },
  },
})

/** Goes on until nothing is left; a call that works for long hands the rest to the next. */
async function resendEvery(event: MessageEvent): Promise<Reply<number>> {
  let total = 0
  for (;;) {
    const reply = await notifications('resendAll', { event })
    if (!reply.ok) {
      return reply
    }
    total += reply.value.resent
    if (!reply.value.left) {
      return { ok: true, value: total }
    }
  }
}

function emptyList() {
  return new PagedList<MessageList, Page['messages'][number], Page>(
    'failed',
    (choice, after) => notifications('messages', { list: choice, after }),
    ({ messages }) => messages,
  )
}
