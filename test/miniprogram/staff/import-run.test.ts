/** An import that is followed: worked at by this phone, asked about when somebody else is at it, left alone once it is over. */
import type { ImportView } from '../../../miniprogram/lib/domain'
import { ImportRun } from '../../../miniprogram/staff/import-run'
import { ok, refused } from '../harness/phone'
import { StaffPhone } from './staff-phone'

const view = (state: ImportView['state'], done: number) => ({ id: 'i', state, counts: { done } }) as ImportView
const answer = (state: ImportView['state'], done: number) => ok({ import: view(state, done) })

let phone: StaffPhone
let told: (number | string)[]
let run: ImportRun

beforeEach(() => {
  jest.useFakeTimers()
  phone = new StaffPhone().install()
  told = []
  run = new ImportRun((reply) => told.push(reply.ok ? reply.value.import.counts.done : reply.code))
})
afterEach(() => {
  run.stop()
  jest.useRealTimers()
})

const asked = (action: string) => phone.asked('archive', action).length

test('is worked at until it is over, and then nobody asks any more', async () => {
  const steps = [answer('running', 100), answer('running', 200), answer('done', 250)]
  phone.answers = { 'archive.run': () => steps.shift() ?? refused('busy'), 'archive.read': answer('running', 0) }
  run.follow(view('running', 0))
  await jest.advanceTimersByTimeAsync(500)
  expect(told).toEqual([100, 200, 250])
  await jest.advanceTimersByTimeAsync(60_000)
  expect([asked('run'), asked('read')]).toEqual([3, 0])
})

test('while somebody else is at it, it is asked about every second', async () => {
  const steps = [answer('running', 10), refused('no_answer'), answer('done', 20)]
  phone.answers = { 'archive.run': refused('busy'), 'archive.read': () => steps.shift() ?? answer('done', 20) }
  run.follow(view('running', 0))
  await jest.advanceTimersByTimeAsync(10_000)
  expect(told).toEqual([10, 'no_answer', 20])
  expect(asked('run')).toBe(1)
})

test('one that is over already is left alone', async () => {
  run.follow(view('done', 250))
  await jest.advanceTimersByTimeAsync(10_000)
  expect(phone.asked('archive', 'run')).toEqual([])
  expect(told).toEqual([])
})

test('after leaving, an answer that was on its way is not told', async () => {
  phone.answers = { 'archive.run': answer('running', 100), 'archive.read': answer('running', 100) }
  run.follow(view('running', 0))
  run.stop()
  await jest.advanceTimersByTimeAsync(10_000)
  expect(told).toEqual([])
})
