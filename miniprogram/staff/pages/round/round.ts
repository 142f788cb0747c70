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
import { Closing, type Progress } from '../../closing'
import { type CountLine, cameTo, progressView, question, roundHead, timeLeft, willDo } from '../../views/round'
import { Watch, type Watched } from '../../watch'
import { section, words } from '../../words'

type Mode = 'due' | 'running' | 'paused' | 'done' | 'none'

// WeChat opens this page once at a time; what is not for the screen lives here.
let round: RoundView | null = null
let closing: Closing
let watch: Watch
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
      closing = new Closing(
        (day, carry) => review('close', { round: day, carryOver: carry }),
        (moved) => this.onMoved(moved),
      )
      watch = new Watch(
        (day) => review('progress', { round: day }),
        (watched) => this.onWatched(watched),
      )
      cutOff = new AtMoment(() => this.load())
      await this.load()
      await this.takePart()
    },
    onUnload() {
      closing.stop()
      watch.stop()
      cutOff.clear()
    },
    // It was started before: shown from where it is, and this phone helps.
    async takePart() {
      if (this.data.mode === 'paused' && round?.due?.progress) {
        progress = round.due.progress
        await this.run(false)
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
    // This phone counts from when it began, the office from when closing was started: what is left is the same.
    onMoved({ done, total: mine }: Progress) {
      const total = Math.max(progress?.total ?? 0, mine)
      progress = { done: total - (mine - done), total }
      this.render()
    },
    // What the office says: by whomever the work is done.
    async onWatched({ progress: told, undecided, summary, secondsLeft }: Watched) {
      left = secondsLeft
      if (summary) {
        closing.stop()
        await this.finish(summary)
      } else if (told && undecided > 0 && told.done >= told.total) {
        closing.stop()
        await this.stop('undecided_remain', { count: undecided })
      } else if (told) {
        progress = told
        this.setData({ mode: 'running', refusal: '' })
        this.render()
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
    async run(carryOver: boolean) {
      const day = round?.due?.day
      if (!day || this.data.mode === 'running') {
        return
      }
      this.setData({ mode: 'running', refusal: '', details: {} })
      this.render()
      watch.start(day)
      const end = await closing.run(day, carryOver)
      if (end.kind === 'done') {
        await this.finish(end.summary)
      } else if (end.kind === 'refused') {
        await this.stop(end.code, end.details)
      }
    },
    async finish(summary: RoundView['lastClosed']) {
      watch.stop()
      if (round) {
        round = { ...round, due: null, lastClosed: summary ?? round.lastClosed }
      }
      this.setData({ mode: 'done' })
      this.render()
    },
    // Undecided ones appeared meanwhile, or the network went: show how things are now, with what happened on top.
    async stop(code: RefusalCode, details: object) {
      this.setData({ mode: 'paused', refusal: code, details })
      this.render()
      if (code === 'undecided_remain' || code === 'round_not_due') {
        watch.stop()
        await this.load()
      }
    },
    onQueue() {
      wx.navigateBack()
    },
  },
})
