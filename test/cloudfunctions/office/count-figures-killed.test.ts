/**
 * Counting for the dashboard killed half way: the whole cloud dies by SIGKILL while the timer counts, three times, and in
 * the end every scan is counted once, on its day, at its point and hour.
 */
import { addDays, DAY, dayOf, HOUR, startOf } from '../../../domain/time/shanghai'
import { buildAll } from '../harness/build'
import { MONDAY, removeFolder, type TestCloud, temporaryFolder } from '../harness/cloud'
import { KillableCloud, until } from '../harness/killable-cloud'
import { openOffice, REVIEWER } from '../harness/office'

const SCANS = 40_000
const BATCH = 4000
const points = ['gate-east', 'library', 'canteen-1'] as const
const verdicts = ['admitted', 'admitted', 'expired', 'replayed'] as const
const dataDir = temporaryFolder()
// A minute that begins must not do the work before it can be killed: the test fires the timer itself.
const cloud = new KillableCloud(buildAll(), dataDir, { timers: false })
const timer = () => cloud.post('timer', { function: 'office' })

afterAll(async () => {
  await cloud.kill()
  removeFolder(dataDir)
})

test('kill -9 while scans are counted, three times, then two timers at once', async () => {
  await cloud.inProcess(prepare)
  const seen: number[] = []
  for (let round = 0; round < 3; round += 1) {
    await cloud.start()
    const before = await counted()
    const counting = timer().catch(() => null)
    await until(async () => (await counted()) > before)
    await cloud.kill()
    await counting
    await cloud.start()
    seen.push(await counted())
    await cloud.kill()
  }
  // The kills really came in between: something was counted each time, never all of it.
  expect(seen[0]).toBeGreaterThan(0)
  expect(seen[2]).toBeLessThan(SCANS)

  await cloud.start()
  await Promise.all([timer(), timer()])
  await timer()
  expect(await counted()).toBe(SCANS)
  await cloud.kill()
  await cloud.inProcess(async (ecard) => {
    const figures = Object.fromEntries(ecard.records('figures').map(({ _id, ...day }) => [_id, day]))
    const expected = expectedFigures()
    for (const [day, { scans, verdicts: refused }] of Object.entries(expected)) {
      expect([day, figures[day]?.scans, figures[day]?.verdicts]).toEqual([day, scans, refused])
    }
    const withScans = Object.keys(figures).filter((day) => Object.keys(figures[day].scans).length > 0)
    expect(withScans.sort()).toEqual(Object.keys(expected).sort())
  })
}, 240_000)

async function counted(): Promise<number> {
  const { totals } = await cloud.value(REVIEWER, 'office', 'dashboard', { days: 7 })
  return totals.scans
}

async function prepare(ecard: TestCloud): Promise<void> {
  ecard.cloud.controls.reset(MONDAY)
  await openOffice(ecard)
  for (let from = 0; from < SCANS; from += BATCH) {
    const scans = Array.from({ length: BATCH }, (_, n) => scan(from + n))
    await ecard.cloud.world.database.insert('scans', scans)
  }
}

const today = dayOf(MONDAY)
// What the n-th scan is, and so what has to be counted of it.
const daysAgo = (n: number) => 1 + (n % 3)
const hour = (n: number) => 4 + (n % 20)
const point = (n: number) => points[Math.floor(n / 3) % points.length] as string
const verdict = (n: number) => verdicts[n % verdicts.length] as string

/** Scans of three days; 1,500 of them arrived at one instant, so that pages end in the middle of it. */
function scan(n: number) {
  return {
    _id: n.toString(16).padStart(32, '0'),
    at: startOf(today) - daysAgo(n) * DAY + hour(n) * HOUR,
    point: point(n),
    verdict: verdict(n),
    serial: n,
    step: 1,
    online: true,
    companions: 0,
    how: 'scan',
    guard: 'o-guard',
    receivedAt: MONDAY - HOUR + Math.floor(n / 1500),
  }
}

function expectedFigures() {
  const days: Record<string, { scans: Record<string, number[]>; verdicts: Record<string, number> }> = {}
  for (let n = 0; n < SCANS; n += 1) {
    const day = addDays(today, -daysAgo(n))
    days[day] ??= { scans: {}, verdicts: {} }
    const { scans, verdicts: counts } = days[day]
    scans[point(n)] ??= new Array(24).fill(0)
    scans[point(n)]![hour(n)]! += 1
    counts[verdict(n)] = (counts[verdict(n)] ?? 0) + 1
  }
  return days
}
