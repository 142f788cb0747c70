/**
 * The reviewers' queue with a hundred thousand applications: requests to the database and milliseconds of each question
 * that its pages ask. Half of them wait to be decided, the others are settled. Counting is the local database's weak
 * spot: it reads what the cloud's would answer from an index alone.
 */
import { performance } from 'node:perf_hooks'
import { CUT_OFF, type TestCloud } from '../cloudfunctions/harness/cloud'
import { APPROVE, apply, openOffice, REVIEWER } from '../cloudfunctions/harness/office'
import { person } from '../cloudfunctions/harness/people'
import { median, type Row } from './measure'
import { bench, databaseTrips, startProduct } from './product'

const APPLICATIONS = 100_000
const BATCH = 1000
const ROUNDS = 7

/** Copies of one application that was handed in properly, every second one settled. */
async function fill(ecard: TestCloud): Promise<void> {
  const { id } = await apply(ecard, person(1))
  const model = ecard.record('applications', id)
  for (let from = 0; from < APPLICATIONS; from += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, index) => copyOf(model, from + index))
    await ecard.cloud.world.database.insert('applications', batch)
  }
}

function copyOf(model: Record<string, unknown>, n: number) {
  const name = String(n).padStart(8, '0')
  const settled = n % 2 === 1 ? { status: 'decided', verdict: 'approve' } : {}
  const found = {
    nameChinese: `${n % 2 === 1 ? '张' : '王'}${name}`,
    last4: name.slice(-4),
    digest: name.padEnd(64, '0'),
  }
  return { ...model, ...settled, ...found, _id: `bench-${name}`, openid: `o-${name}`, position: `${name}-bench` }
}

async function measure(dataDir: string): Promise<Row[]> {
  const ecard = await startProduct(dataDir)
  await openOffice(ecard)
  await fill(ecard)
  await ecard.moveTo(CUT_OFF)
  await ecard.cloud.world.scheduler.check()
  ecard.cloud.world.scheduler.watch([]) // timers are not what is counted
  const rows: Row[] = []
  const ask = async (what: string, limit: number, work: () => Promise<unknown>) => {
    const times: number[] = []
    let trips = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      ecard.cloud.world.statistics.reset()
      const started = performance.now()
      await work()
      times.push(performance.now() - started)
      trips = Math.max(trips, databaseTrips(ecard))
    }
    rows.push({ what: `round trips: ${what}, 100,000 applications`, value: trips, unit: '', note: `budget ${limit}` })
    rows.push({ what: `${what}, 100,000 applications`, value: median(times), unit: 'ms' })
  }
  const review = (action: string, fields: object = {}) => ecard.value(REVIEWER, 'review', action, fields)
  const filter = 'undecided'
  await review('round') // what the timers began has ended
  await ask('queue page', 2, () => review('queue', { filter }))
  const { after } = await review('queue', { filter })
  await ask('queue, second page', 2, () => review('queue', { filter, after }))
  await ask('queue counts', 2, () => review('counts'))
  await ask('search by name', 2, () => review('search', { text: '王000001' }))
  await ask('search by last four', 2, () => review('search', { text: '0777' }))
  const taken: { id: string; version: number }[] = []
  await ask('next application', 3, async () => {
    const { application } = await review('next', { inHand: taken.map(({ id }) => id).slice(-2) })
    taken.push(application)
  })
  await ask('decide', 6, async () => {
    const { id, version } = taken.pop() ?? { id: '', version: 0 }
    await review('decide', { id, version, verdict: APPROVE })
  })
  await ecard.cloud.stop()
  return rows
}

bench(measure)
