// The emulator's clock and the functions' timers on it.
import type { Cloud } from '../../../emulator/cloud/cloud'
import { control, startLocal, temporaryFolder } from './local-cloud'

const WEEK = 7 * 86_400_000
const WEDNESDAY = Date.UTC(2024, 4, 22, 12)
const THURSDAY_NOON = Date.UTC(2024, 4, 23, 4)
const folder = temporaryFolder()
let cloud: Cloud

// Each function remembers how it was called in a global of its single worker.
const source = `
  const seen = (globalThis.seen ??= [])
  exports.main = (event) => {
    if (event.ask) return seen.splice(0)
    seen.push({ ...event, now: Date.now(), source: process.env.TRIGGER_SRC, openid: process.env.WX_OPENID })
    if (event.TriggerName === 'fails') throw new Error('on purpose')
    return 'done'
  }`

const start = () =>
  startLocal({
    folder,
    workersPerFunction: 1,
    functions: {
      weekly: { source, config: { triggers: [{ name: 'cutoff', type: 'timer', config: '0 0 4 * * 4 *' }] } },
      minutes: { source, config: { triggers: [{ name: 'fails', type: 'timer', config: '0 */5 * * * * *' }] } },
    },
  })
const seenBy = (name: string) => cloud.call('o', name, { ask: true }) as Promise<any[]>

beforeAll(async () => {
  cloud = await start()
})
beforeEach(async () => {
  cloud.controls.reset(WEDNESDAY)
  await seenBy('weekly')
  await seenBy('minutes')
})

test('a timer that comes due fires once, with the event of the platform', async () => {
  const moved = await control(cloud, 'POST', 'clock', { now: THURSDAY_NOON + 1000 })
  expect(moved.fired).toContainEqual({ function: 'weekly', trigger: 'cutoff', due: THURSDAY_NOON, result: 'done' })
  const [event, ...more] = await seenBy('weekly')
  expect(more).toEqual([])
  expect(event).toMatchObject({
    Type: 'Timer',
    TriggerName: 'cutoff',
    Time: '2024-05-23T04:00:00Z',
    Message: '',
    source: 'timer',
  })
  expect(event.now).toBeGreaterThanOrEqual(THURSDAY_NOON + 1000)
  expect(event).not.toHaveProperty('openid')
})

test('a jump over many due times fires each timer once, late, in the order of their last due time', async () => {
  const { fired } = await cloud.controls.advanceClock(4 * WEEK)
  expect(fired.map((one) => [one.function, one.due])).toEqual([
    ['weekly', THURSDAY_NOON + 3 * WEEK],
    ['minutes', WEDNESDAY + 4 * WEEK],
  ])
  expect(await seenBy('weekly')).toHaveLength(1)
  expect((await cloud.controls.advanceClock(1000)).fired).toEqual([])
})

test('a timer that fails is an entry in the answer, and fires again next time', async () => {
  const first = await cloud.controls.moveClockTo(WEDNESDAY + 300_000)
  expect(first.fired).toMatchObject([{ function: 'minutes', error: expect.stringContaining('on purpose') }])
  const second = await cloud.controls.moveClockTo(WEDNESDAY + 600_000)
  expect(second.fired).toMatchObject([{ function: 'minutes', due: WEDNESDAY + 600_000 }])
})

test('without any help, a timer fires when its time comes', async () => {
  await cloud.controls.moveClockTo(WEDNESDAY + 300_000 - 150)
  for (let tries = 0; tries < 100; tries++) {
    const seen = await seenBy('minutes')
    if (seen.length > 0) {
      expect(seen).toMatchObject([{ Time: '2024-05-22T12:05:00Z' }])
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('the timer did not fire')
})

test('on request, whatever the schedule', async () => {
  expect(await control(cloud, 'POST', 'timer', { function: 'weekly' })).toMatchObject({ result: 'done' })
  expect(await seenBy('weekly')).toMatchObject([{ TriggerName: 'cutoff', Time: '2024-05-22T12:00:00Z' }])
  expect(await control(cloud, 'POST', 'timer', { function: 'weekly', trigger: 'other' })).toMatchObject({
    error: { code: 'INVALID_PARAM' },
  })
  expect(await control(cloud, 'POST', 'timer', { function: 'nope' })).toMatchObject({
    error: { code: 'FUNCTIONS_REQUEST_FAIL' },
  })
})

test('the clock goes backwards only by a reset', async () => {
  await cloud.controls.advanceClock(WEEK)
  expect(await control(cloud, 'POST', 'clock', { now: WEDNESDAY })).toMatchObject({
    error: { message: /backwards only by a reset/ },
  })
  expect(await control(cloud, 'POST', 'clock', { advance: -1 })).toMatchObject({ error: { code: 'INVALID_PARAM' } })
  expect(await control(cloud, 'POST', 'clock', { now: 'yesterday' })).toMatchObject({
    error: { code: 'INVALID_PARAM' },
  })
  await control(cloud, 'POST', 'reset', { now: '2024-05-22T12:00:00Z' })
  expect((await control(cloud, 'GET', 'clock')).now - WEDNESDAY).toBeLessThan(60_000)
})

test('time goes on between requests, and survives a restart; a time missed while stopped fires once', async () => {
  await cloud.controls.moveClockTo(THURSDAY_NOON - 3_600_000)
  const before = cloud.world.clock.now()
  await cloud.stop()
  cloud = await start()
  expect(cloud.world.clock.now()).toBeGreaterThanOrEqual(before)
  expect(cloud.world.clock.now() - before).toBeLessThan(60_000)
  await cloud.world.scheduler.check()
  expect(await seenBy('weekly')).toEqual([])
  // What the clock would have done while nobody ran: the offset grew, the timers did not see it.
  cloud.world.clock.advance(2 * WEEK)
  await cloud.stop()
  cloud = await start()
  await cloud.world.scheduler.check()
  expect(await seenBy('weekly')).toMatchObject([{ Time: '2024-05-30T04:00:00Z' }])
})
