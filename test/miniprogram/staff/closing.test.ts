/** @jest-environment node */
import type { ReviewReplies } from '../../../miniprogram/lib/domain'
import type { Reply } from '../../../miniprogram/services/request'
import { Closing, type Progress } from '../../../miniprogram/staff/closing'

type CloseReply = Reply<ReviewReplies['close']>
const DAY = '2026-11-19'
const summary = { day: DAY, closedAt: 1, approved: 30, returned: 5, rejected: 2, carriedOver: 12 }

/** The function: settles `pace` a call; `troubles` are answers in place of the work of a call. */
function officeOf(total: number, pace = 15, troubles: Record<number, CloseReply> = {}) {
  const office = {
    left: total,
    calls: 0,
    asked: [] as [string, boolean][],
    async close(round: string, carryOver: boolean): Promise<CloseReply> {
      office.calls += 1
      office.asked.push([round, carryOver])
      const trouble = troubles[office.calls]
      if (trouble) {
        return trouble
      }
      const handled = Math.min(pace, office.left)
      office.left -= handled
      const done = office.left === 0
      return { ok: true, value: { done, handled, left: office.left, summary: done ? summary : null } }
    },
  }
  return office
}

function closingOf(office: ReturnType<typeof officeOf>) {
  const bars: Progress[] = []
  const closing = new Closing(
    office.close,
    (progress) => bars.push(progress),
    async () => {},
  )
  return { closing, bars }
}

test('calls until nothing is left, showing how far it is, and ends with the summary', async () => {
  const office = officeOf(49)
  const { closing, bars } = closingOf(office)
  expect(await closing.run(DAY, true)).toEqual({ kind: 'done', summary })
  expect(bars).toEqual([
    { done: 15, total: 49 },
    { done: 30, total: 49 },
    { done: 45, total: 49 },
    { done: 49, total: 49 },
  ])
  expect(office.asked).toEqual(Array(4).fill([DAY, true]))
})

test('a round that is closed already is done at once', async () => {
  const office = officeOf(0)
  expect(await closingOf(office).closing.run(DAY, false)).toEqual({ kind: 'done', summary })
  expect(office.calls).toBe(1)
})

test('a lost network stops it; running again goes on where it stopped', async () => {
  const office = officeOf(40, 15, { 2: { ok: false, code: 'offline' } })
  const { closing, bars } = closingOf(office)
  expect(await closing.run(DAY, false)).toEqual({ kind: 'refused', code: 'offline', details: {} })
  expect(office.left).toBe(25)
  expect(await closing.run(DAY, false)).toEqual({ kind: 'done', summary })
  expect(bars.at(-1)).toEqual({ done: 25, total: 25 })
})

test('leaving the page stops after the call that is on its way; coming back finishes', async () => {
  const office = officeOf(40)
  const { closing } = closingOf(office)
  const running = closing.run(DAY, true)
  closing.stop()
  expect(await running).toEqual({ kind: 'stopped' })
  expect(office.calls).toBe(1)
  expect((await closing.run(DAY, true)).kind).toBe('done')
})

test('undecided ones that appeared meanwhile are asked about, with their number', async () => {
  const office = officeOf(40, 15, { 1: { ok: false, code: 'undecided_remain', details: { count: 3 } } })
  expect(await closingOf(office).closing.run(DAY, false)).toEqual({
    kind: 'refused',
    code: 'undecided_remain',
    details: { count: 3 },
  })
})

test('calls that move nothing are not repeated for ever', async () => {
  const office = officeOf(40, 0)
  expect(await closingOf(office).closing.run(DAY, true)).toEqual({ kind: 'refused', code: 'internal', details: {} })
  expect(office.calls).toBe(13)
})

test('while a colleague or the timer is at work, calls move nothing and wait for the end', async () => {
  const office = officeOf(40)
  const busy = (left: number): CloseReply => ({ ok: true, value: { done: false, handled: 0, left, summary: null } })
  const lefts = [40, 31, 22, 22, 9]
  let waits = 0
  const closing = new Closing(
    async (...asked) => {
      const left = lefts[waits]
      return left === undefined ? office.close(...asked) : busy(left)
    },
    () => {},
    async () => {
      waits += 1
    },
  )
  office.left = 0
  expect(await closing.run(DAY, false)).toEqual({ kind: 'done', summary })
  expect(waits).toBe(5)
})
