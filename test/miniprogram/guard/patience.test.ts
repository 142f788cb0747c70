/** @jest-environment node */
import type { OfficeWord } from '../../../miniprogram/guard/decision'
import { PATIENCE_MS, Patience } from '../../../miniprogram/guard/patience'

const said: OfficeWord = { said: true, verdict: 'admitted', holder: null, now: 0 }
const silent = (why: 'no_answer' | 'offline' | 'not_allowed'): OfficeWord => ({ said: false, why })

function setUp() {
  const clock = { now: 0 }
  return { clock, patience: new Patience(() => clock.now) }
}

test('each silence shortens the wait, down to none', () => {
  const { patience } = setUp()
  const waits = [patience.milliseconds]
  for (let scan = 0; scan < 4; scan += 1) {
    patience.ranOut()
    waits.push(patience.milliseconds)
  }
  expect(waits).toEqual([PATIENCE_MS, 500, 0, 0, 0])
})

test('a word in time restores it, a late one does not', async () => {
  const { clock, patience } = setUp()
  patience.ranOut()
  patience.ranOut()
  const late = patience.listen(Promise.resolve(said))
  clock.now = PATIENCE_MS + 1
  await late
  expect(patience.milliseconds).toBe(0)
  await patience.listen(Promise.resolve(said))
  expect(patience.milliseconds).toBe(PATIENCE_MS)
})

test.each(['no_answer', 'offline'] as const)('%s is a silence, too', async (why) => {
  const { patience } = setUp()
  await patience.listen(Promise.resolve(silent(why)))
  expect(patience.milliseconds).toBe(500)
})

test('a refusal is an answer', async () => {
  const { patience } = setUp()
  patience.ranOut()
  await patience.listen(Promise.resolve(silent('not_allowed')))
  expect(patience.milliseconds).toBe(PATIENCE_MS)
})

test('three questions without an answer are enough on a dead line; one that ends makes room', async () => {
  const { patience } = setUp()
  const ends: ((word: OfficeWord) => void)[] = []
  const listening = [1, 2, 3].map(() => patience.listen(new Promise((resolve) => ends.push(resolve))))
  expect(patience.mayAsk).toBe(false)
  ends[0]?.(silent('no_answer'))
  await listening[0]
  expect(patience.mayAsk).toBe(true)
})
