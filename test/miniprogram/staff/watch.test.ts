/** @jest-environment node */
import type { ReviewReplies } from '../../../miniprogram/lib/domain'
import type { Reply } from '../../../miniprogram/services/request'
import { Watch, type Watched } from '../../../miniprogram/staff/watch'

type Answer = Reply<ReviewReplies['progress']>
const summary = { day: '2026-11-19', closedAt: 1, approved: 40, returned: 0, rejected: 0, carriedOver: 0 }
const at = (now: number, done: number): Answer => ({
  ok: true,
  value: { now, progress: { startedAt: 0, done, total: 400 }, undecided: 0, summary: null },
})

let answers: Answer[]
let asked: number
let shown: Watched[]
let watch: Watch

beforeEach(() => {
  jest.useFakeTimers()
  asked = 0
  shown = []
  watch = new Watch(
    async () => {
      asked += 1
      return answers.shift() as Answer
    },
    (watched) => shown.push(watched),
  )
})
afterEach(() => void jest.useRealTimers())

test('asks again and again, tells how long it takes, and ends with the summary', async () => {
  const done: Answer = { ok: true, value: { now: 9_000, progress: null, undecided: 0, summary } }
  answers = [at(0, 100), at(10_000, 200), done]
  watch.start('2026-11-19')
  await jest.advanceTimersByTimeAsync(60_000)
  expect(asked).toBe(3)
  expect(shown.slice(0, 2).map(({ secondsLeft }) => secondsLeft)).toEqual([null, 20])
  expect(shown[2]?.summary).toEqual(summary)
})

test('an answer that is missing is not the end', async () => {
  answers = [{ ok: false, code: 'no_answer' }, at(0, 100), at(0, 100)]
  watch.start('2026-11-19')
  await jest.advanceTimersByTimeAsync(6_100)
  expect(shown).toHaveLength(1)
})

test('once stopped it asks no more, and an answer on its way is not shown', async () => {
  let answer: (answer: Answer) => void = () => {}
  watch = new Watch(
    () => new Promise<Answer>((resolve) => (answer = resolve)),
    (watched) => shown.push(watched),
  )
  watch.start('2026-11-19')
  await jest.advanceTimersByTimeAsync(3_100)
  watch.stop()
  answer(at(0, 100))
  await jest.advanceTimersByTimeAsync(60_000)
  expect(shown).toEqual([])
})
