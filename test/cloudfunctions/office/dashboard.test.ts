/**
 * The dashboard's figures against a count by hand of everything that is stored: scans that arrive at once, twice and
 * days late, timers that tick twice, at the same time or not at all.
 */
import { addDays, dayOf, HOUR, startOf } from '../../../domain/time/shanghai'
import { CUT_OFF, MONDAY, type TestCloud, THURSDAY, testCloud } from '../harness/cloud'
import { activated, FRIDAY_MORNING } from '../harness/gate'
import { ADMIN, apply, close, decide, GUARD, openOffice, REJECT, RETURN, REVIEWER } from '../harness/office'
import { person } from '../harness/people'

const ecard = testCloud()
const MINUTE = 60_000
let scanned = 0

const tick = () => ecard.cloud.controls.fireTimer('office')
const look = (days = 30, by = REVIEWER) => ecard.value(by, 'office', 'dashboard', { days })

/** Timers fire when a test says so: the emulator's own would count before it looks. */
async function quietly(work: () => Promise<void>) {
  const { scheduler, directory } = ecard.cloud.world
  scheduler.watch([])
  await work()
  scheduler.watch(directory.timers())
}

function scans(count: number, { at = ecard.now, point = 'gate-east', verdict = 'admitted' } = {}) {
  const first = scanned
  scanned += count
  return Array.from({ length: count }, (_, n) => ({
    id: (first + n).toString(16).padStart(32, '0'),
    at: at + n,
    point,
    verdict,
    serial: null,
    step: null,
    online: true,
  }))
}
const record = (list: object[]) => ecard.value(GUARD, 'gate', 'record', { scans: list })

/** What the dashboard ought to say of the scans of a day, counted from the journal itself. */
function byHand(day: string) {
  const all = ecard.cloud.world.database.find('scans', { query: {} } as never) as any[]
  const hours: Record<string, number[]> = {}
  for (const { at, receivedAt, point } of all) {
    const made = Math.min(at, receivedAt)
    if (dayOf(made) === day) {
      hours[point] ??= new Array(24).fill(0)
      hours[point]![Math.floor((made - startOf(day)) / HOUR)]! += 1
    }
  }
  return hours
}

async function afterMinutes(minutes: number) {
  await quietly(() => ecard.moveTo(ecard.now + minutes * MINUTE))
}

beforeAll(() => openOffice(ecard))

test('before anything is counted it says so, and everything is nought', async () => {
  const empty = await look(7)
  expect(empty).toMatchObject({ countedAt: null, rounds: [], reasons: [], refused: [], failedMessages: 0 })
  expect(empty.totals).toEqual({ issued: 0, activated: 0, scans: 0, admitted: 0 })
})

test('guards may not look', async () => {
  const reply = await ecard.call(GUARD, 'office', 'dashboard', { days: 7 })
  expect(reply.code).toBe('not_allowed')
})

test.each([0, 8, 366, '7'])('a period of %p is not one of the choices', async (days) => {
  expect((await ecard.call(REVIEWER, 'office', 'dashboard', { days })).code).toBe('bad_request')
})

test('the queue is counted as it stands, by how long people have waited', async () => {
  await apply(ecard, person(40))
  await quietly(() => ecard.moveTo(MONDAY + 49 * HOUR))
  await apply(ecard, person(41))
  expect((await look()).queue).toEqual({ total: 2, byAge: [1, 1, 0, 0, 0], oldestDays: 2 })
})

test('a closed round stands there with its reasons, also after a returned one was amended', async () => {
  const applications = []
  for (const n of [42, 43, 44]) {
    applications.push(await apply(ecard, person(n)))
  }
  await quietly(() => ecard.moveTo(CUT_OFF))
  const [returned, rejected] = applications
  await decide(ecard, returned.id, RETURN)
  await decide(ecard, rejected.id, REJECT)
  await close(ecard, true)
  await quietly(() => ecard.moveTo(CUT_OFF + HOUR))
  await ecard.value(person(42).openid, 'registration', 'amend', {
    form: person(42).form,
    consent: (await import('../harness/people')).consent,
    language: 'zh',
  })
  await tick()
  const { rounds, reasons } = await look()
  expect(rounds).toEqual([{ day: THURSDAY, approved: 0, returned: 1, rejected: 1, carriedOver: 3 }])
  expect(reasons.sort((a: any, b: any) => (a.reason < b.reason ? -1 : 1))).toEqual([
    { kind: 'reject', reason: 'not_found_in_archive', count: 1 },
    { kind: 'return', reason: 'portrait_unclear', count: 1 },
  ])
})

describe('scans', () => {
  beforeAll(() => quietly(() => ecard.moveTo(FRIDAY_MORNING)))

  test('of one instant, more than a page of them, are each counted once', async () => {
    await record(scans(1000))
    await record(scans(900, { point: 'library' }))
    await record(scans(350, { verdict: 'forged' }))
    await afterMinutes(5)
    await tick()
    const today = dayOf(ecard.now)
    expect((await look()).scans.today).toEqual(byHand(today))
    expect((await look()).totals).toMatchObject({ scans: 2250, admitted: 1900 })
    expect((await look()).refused).toEqual([{ verdict: 'forged', count: 350 }])
  })

  test('are not counted again by more ticks, nor by deliveries that are repeated', async () => {
    const list = scans(30, { point: 'canteen-1' })
    await record(list)
    await record(list)
    await afterMinutes(5)
    await tick()
    await tick()
    await record(list)
    await afterMinutes(5)
    await tick()
    expect((await look()).totals.scans).toBe(2280)
    expect((await look()).scans.today).toEqual(byHand(dayOf(ecard.now)))
  })

  test('are counted once when several timers run at the same time', async () => {
    await record(scans(700, { point: 'gate-west' }))
    await record(scans(700, { point: 'gate-north' }))
    await afterMinutes(5)
    await Promise.all([tick(), tick(), tick(), tick()])
    expect((await look()).totals.scans).toBe(3680)
    expect((await look()).scans.today).toEqual(byHand(dayOf(ecard.now)))
  })

  test('that arrive days late count on the day when they were made', async () => {
    const wednesday = startOf(addDays(THURSDAY, -1)) + 15 * HOUR
    await record(scans(12, { at: wednesday, point: 'shuttle' }))
    await afterMinutes(5)
    await tick()
    expect(ecard.record('figures', dayOf(wednesday)).scans.shuttle[15]).toBe(12)
    expect((await look()).scans.week.shuttle[15]).toBe(12)
    expect((await look()).scans.today.shuttle).toBeUndefined()
  })

  test('of the last moments wait for the next tick, so that none can be missed', async () => {
    await record(scans(5, { point: 'library' }))
    await tick()
    expect((await look()).totals.scans).toBe(3692)
    await afterMinutes(3)
    await tick()
    expect((await look()).totals.scans).toBe(3697)
  })

  test('survive ticks that were missed for days', async () => {
    await record(scans(10))
    await quietly(() => ecard.moveTo(ecard.now + 3 * 24 * HOUR))
    await record(scans(20))
    await afterMinutes(5)
    await tick()
    expect((await look()).totals.scans).toBe(3727)
    expect((await look()).scans.today).toEqual(byHand(dayOf(ecard.now)))
  })
})

test('a look costs three questions, a year as much as a week, and none without an index', async () => {
  for (const days of [7, 365]) {
    const { database } = await ecard.roundTrips(() => look(days))
    expect(database).toBeLessThanOrEqual(3)
  }
})

test('failed messages are counted', async () => {
  const [message] = ecard.records('outbox')
  await ecard.setRecord('outbox', message._id, { state: 'failed' })
  await tick()
  expect((await look(7)).failedMessages).toBe(1)
})

describe('cards', () => {
  const office = testCloud()

  test('issued and activated stand on their days, also when the timer missed both', async () => {
    await openOffice(office)
    const { scheduler } = office.cloud.world
    scheduler.watch([])
    const phones = await activated(office as TestCloud, 3)
    expect(phones).toHaveLength(3)
    await office.moveTo(FRIDAY_MORNING + 2 * 24 * HOUR)
    await office.cloud.controls.fireTimer('office')
    const { cards, totals } = await office.value(ADMIN, 'office', 'dashboard', { days: 7 })
    expect(totals).toMatchObject({ issued: 3, activated: 3 })
    expect(cards.find(({ from }: any) => from === THURSDAY)).toMatchObject({ issued: 3, activated: 0 })
    expect(cards.find(({ from }: any) => from === addDays(THURSDAY, 1))).toMatchObject({ issued: 0, activated: 3 })
  })
})
