/** @jest-environment node */
/** What one phone closes and what the office says about everybody's work become one progress and one end. */
import type { ReviewReplies } from '../../../miniprogram/lib/domain'
import type { Reply } from '../../../miniprogram/services/request'
import { ClosingTogether, type Told } from '../../../miniprogram/staff/closing-together'

const ROUND = '2026-11-19'
const summary = { day: ROUND, closedAt: 1, approved: 40, returned: 0, rejected: 0, carriedOver: 0 }
const closed = (handled: number, left: number): Reply<ReviewReplies['close']> => ({
  ok: true,
  value: { done: left === 0, handled, left, summary: left === 0 ? summary : null },
})
const seen = (done: number, undecided = 0): Reply<ReviewReplies['progress']> => ({
  ok: true,
  value: { now: 0, progress: { startedAt: 0, done, total: 400 }, undecided, summary: null },
})
const lost = { ok: false, code: 'no_answer' } as const

let told: Told[]
let asked: number
let closes: (Reply<ReviewReplies['close']> | Promise<never>)[]
let progress: Reply<ReviewReplies['progress']>
let together: ClosingTogether

beforeEach(() => {
  jest.useFakeTimers()
  told = []
  asked = 0
  progress = seen(200)
  together = new ClosingTogether(
    {
      close: async () => closes.shift() ?? new Promise<never>(() => {}),
      progress: async () => {
        asked += 1
        return progress
      },
    },
    (each) => told.push(each),
  )
})
afterEach(() => {
  together.stop()
  jest.useRealTimers()
})

const shares = () => told.flatMap((each) => (each.kind === 'running' && each.progress ? [each.progress] : []))

test('counts on from where somebody else had come, to the end, which is told once', async () => {
  closes = [closed(100, 100), closed(100, 0)]
  await together.run(ROUND, false, { done: 200, total: 400 })
  expect(shares().map(({ done, total }) => [done, total])).toEqual([
    [200, 400],
    [300, 400],
    [400, 400],
  ])
  expect(told.filter(({ kind }) => kind === 'done')).toEqual([{ kind: 'done', summary }])
  await jest.advanceTimersByTimeAsync(30_000)
  expect(asked).toBe(0)
})

test('while this phone waits for its answer, the office tells how far all of them are, and the end', async () => {
  closes = []
  void together.run(ROUND, false)
  await jest.advanceTimersByTimeAsync(3_000)
  expect(told.at(-1)).toMatchObject({ kind: 'running', progress: { done: 200, total: 400 } })
  progress = { ok: true, value: { now: 9, progress: null, undecided: 0, summary } }
  await jest.advanceTimersByTimeAsync(3_000)
  expect(told.at(-1)).toEqual({ kind: 'done', summary })
})

test('after a lost answer it is still watched, because the office goes on', async () => {
  closes = [lost]
  await together.run(ROUND, false)
  expect(told.at(-1)).toEqual({ kind: 'stopped', code: 'no_answer', details: {} })
  await jest.advanceTimersByTimeAsync(3_000)
  expect(told.at(-1)).toMatchObject({ kind: 'running', progress: { done: 200 } })
})

test('an undecided one that nobody agreed to carry over stops it, and is not watched any more', async () => {
  closes = []
  progress = seen(400, 1)
  void together.run(ROUND, false)
  await jest.advanceTimersByTimeAsync(3_000)
  expect(told.at(-1)).toEqual({ kind: 'stopped', code: 'undecided_remain', details: { count: 1 } })
  await jest.advanceTimersByTimeAsync(30_000)
  expect(asked).toBe(1)
})
