/**
 * Long work in pieces: everything once, never more at a time than there are lanes, nothing begun after the time is up.
 */
import { inLanes, stopwatch } from '../../../cloudfunctions/_kit/lanes'

const tick = () => new Promise((resolve) => setImmediate(resolve))

test('every item once, at most so many at a time', async () => {
  let running = 0
  let most = 0
  const seen: number[] = []
  const items = Array.from({ length: 23 }, (_, n) => n)
  const handled = await inLanes(
    items,
    4,
    () => false,
    async (item) => {
      running += 1
      most = Math.max(most, running)
      await tick()
      seen.push(item)
      running -= 1
    },
  )
  expect(handled).toBe(23)
  expect(seen.sort((a, b) => a - b)).toEqual(items)
  expect(most).toBe(4)
})

test('stops between items', async () => {
  let begun = 0
  const handled = await inLanes(
    [1, 2, 3, 4, 5, 6],
    2,
    () => begun >= 3,
    async () => {
      begun += 1
      await tick()
    },
  )
  expect(handled).toBe(begun)
  expect(begun).toBeLessThanOrEqual(4)
})

test('a failure stops all lanes, and is thrown when they have come to rest', async () => {
  let running = 0
  let begun = 0
  const work = inLanes(
    [1, 2, 3, 4, 5, 6],
    2,
    () => false,
    async (item) => {
      begun += 1
      running += 1
      await tick()
      running -= 1
      if (item === 1) {
        throw new Error('mistake')
      }
    },
  )
  await expect(work).rejects.toThrow('mistake')
  expect(running).toBe(0)
  expect(begun).toBeLessThanOrEqual(3)
})

test('a stopwatch without time is over at once, one with time is not', () => {
  expect(stopwatch(0)()).toBe(true)
  expect(stopwatch(60_000)()).toBe(false)
})
