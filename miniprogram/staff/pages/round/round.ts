/**
 * Closing a round: what it will do, the question, the bar, the summary. Once started it goes on by itself, whether this phone is
 * there or not; whoever comes back sees how far it is. When the cut-off passes, the page shows the round that is due by then.
 * Source: product "Closing a round".
 */
import { sayDay } from '../../../i18n/dates'
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import type { RefusalCode, RoundView } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { review } from '../../../services/review'
import { AtMoment } from '../../at-moment'
import type { Progress } from '../../closing'
import { ClosingTogether, type Told } from '../../closing-together'
import { type CountLine, cameTo, progressView, question, roundHead, timeLeft, willDo } from '../../views/round'
import { section, words } from '../../words'

type Mode = 'due' | 'running' | 'paused' | 'done' | 'none'

// WeChat opens this page once at a time; what is not for the screen lives here.
let round: RoundView | null = null
let closing: ClosingTogether
let cutOff: AtMoment
let progress: Progress | null = null
let left: number | null = null

Component({
  behaviors: [localised(section('round'))],
  data: {
    state: 'loading',
    code: '' as RefusalCode | '',
    refusal: '' as RefusalCode | '',
    details: {} as object,
    mode: 'none' as Mode,
    head: '',
    text: '',
    lines: [] as CountLine[],
    percent: 0,
    progressText: '',
    timeLeft: '',
    question: null as ReturnType<typeof question> | null,
    lastHead: '',
    lastLines: [] as CountLine[],
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onLoad() {
      round = null
      progress = null
      left = null
      closing = new ClosingTogether(
        {
          close: (day, carryOver) => review('close', { round: day, carryOver }),
          progress: (day) => review('progress', { round: day }),
        },
        (told) => void this.onTold(told),
      )
      cutOff = new AtMoment(() => this.load())
      await this.load()
      await this.takePart()
    },
    onUnload() {
      closing.stop()
      cutOff.clear()
    },
    // It was started before: shown from where it is, and this phone helps.
    async takePart() {
      const begun = round?.due?.progress
      if (this.data.mode === 'paused' && begun) {
        await this.run(false, begun)
      }
    },
    async onPullDownRefresh() {
      if (this.data.mode !== 'running') {
        await this.load()
      }
      wx.stopPullDownRefresh()
    },
    async load() {
      this.setData({ code: '', state: round ? 'ready' : 'loading' })
      const reply = await review('round', {})
      if (!reply.ok) {
        this.setData({ code: reply.code, state: round ? 'ready' : 'error' })
        return
      }
      round = reply.value
      cutOff.set(round.due ? null : (round.next?.cutOff ?? null))
      const mode: Mode = round.due ? (round.due.closing ? 'paused' : 'due') : 'none'
      if (mode !== 'paused') {
        progress = null
      }
      this.setData({ mode, state: 'ready' })
      this.render()
    },
    render() {
      if (!round) {
        return
      }
      const [spoken, moment] = [language(), now()]
      const { lastClosed } = round
      const bar = progress && progressView(progress, this.data.mode === 'running', spoken)
      this.setData({
        ...roundHead(round, spoken, moment),
        lines: willDo(round, spoken),
        percent: bar?.percent ?? 0,
        progressText: bar?.text ?? '',
        timeLeft: left === null ? '' : timeLeft(left, spoken),
        lastHead: lastClosed ? fill(words[spoken].round.done, { day: sayDay(lastClosed.day, spoken, moment) }) : '',
        lastLines: lastClosed ? cameTo(lastClosed, spoken) : [],
      })
    },
    async onTold(told: Told) {
      if (told.kind === 'running') {
        progress = told.progress
        left = told.secondsLeft
        this.setData({ mode: 'running', refusal: '', details: {} })
        this.render()
      } else if (told.kind === 'done') {
        this.finish(told.summary)
      } else {
        await this.halt(told.code, told.details)
      }
    },
    // Undecided ones are never carried over without asking.
    onClose() {
      if (round && (this.data.mode === 'due' || round.counts.undecided > 0)) {
        this.setData({ question: question(round, language(), now()) })
      } else {
        void this.run(false)
      }
    },
    onNotNow() {
      this.setData({ question: null })
    },
    async onConfirm() {
      this.setData({ question: null })
      await this.run((round?.counts.undecided ?? 0) > 0)
    },
    async run(carryOver: boolean, begun?: Progress) {
      const day = round?.due?.day
      if (day && this.data.mode !== 'running') {
        await closing.run(day, carryOver, begun)
      }
    },
    finish(summary: RoundView['lastClosed']) {
      if (round) {
        round = { ...round, due: null, lastClosed: summary ?? round.lastClosed }
      }
      this.setData({ mode: 'done' })
      this.render()
    },
    // Undecided ones appeared meanwhile, or the network went: show how things are now, with what happened on top.
    async halt(code: RefusalCode, details: object) {
      this.setData({ mode: 'paused', refusal: code, details })
      this.render()
      if (code === 'undecided_remain' || code === 'round_not_due') {
        await this.load()
      }
    },
    onQueue() {
      wx.navigateBack()
    },
  },
})
