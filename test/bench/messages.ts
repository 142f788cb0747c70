/**
 * Ten thousand messages that are due at once, sent by the timer through the local provider: results of a review, each a call
 * of its own because it names a card, and the morning of activation, fifty numbers to a call. Messages per second, calls to
 * the provider, requests to the database. The provider answers at once: what is measured is ours.
 */
import { performance } from 'node:perf_hooks'
import { MONDAY, type TestCloud, THURSDAY } from '../cloudfunctions/harness/cloud'
import { functionKeys } from '../cloudfunctions/harness/keys'
import { openOffice } from '../cloudfunctions/harness/office'
import type { Row } from './measure'
import { bench, databaseTrips, startProduct } from './product'

const MESSAGES = Number(process.env.MESSAGES ?? 10_000)
const BATCH = 1000
const kinds = {
  'results of a review': (n: number) => ({ event: 'review_approved', parameters: [String(n), THURSDAY] }) as const,
  'activation can begin': () => ({ event: 'activation_open', parameters: [] }) as const,
}
type Kind = keyof typeof kinds

async function measure(dataDir: string): Promise<Row[]> {
  const ecard = await startProduct(dataDir, { timers: false })
  await openOffice(ecard)
  const provider = countCalls(ecard)
  const rows: Row[] = []
  for (const kind of Object.keys(kinds) as Kind[]) {
    await write(ecard, kind)
    ecard.cloud.world.statistics.reset()
    provider.calls = 0
    const started = performance.now()
    let ticks = 0
    while (left(ecard) > 0) {
      await ecard.dispatch()
      ticks += 1
    }
    const seconds = (performance.now() - started) / 1000
    const total = databaseTrips(ecard)
    const what = `${MESSAGES} messages, ${kind}`
    rows.push({ what, value: Math.round(MESSAGES / seconds), unit: '/s', note: `${ticks} calls of the timer` })
    rows.push({ what: `calls to the provider: ${what}`, value: provider.calls, unit: '' })
    rows.push({ what: `round trips a message: ${what}`, value: total / MESSAGES, unit: '' })
  }
  await ecard.cloud.stop()
  return rows
}

async function write(ecard: TestCloud, kind: Kind): Promise<void> {
  // Letters are sealed with the functions' own keys.
  Object.assign(process.env, functionKeys)
  const { outboxEntry } = await import('../../cloudfunctions/_kit/outbox')
  for (let from = 0; from < MESSAGES; from += BATCH) {
    const messages = Array.from({ length: BATCH }, (_, index) => {
      const n = from + index
      const phone = `+8613${800_000_000 + n}`
      const message = { ...kinds[kind](n), subject: `bench-${n}`, phone, openid: `o-${n}`, language: 'zh' as const }
      const [id, record] = outboxEntry(message, MONDAY)
      return { _id: id, ...record }
    })
    await ecard.cloud.world.database.insert('outbox', messages)
  }
}

function left(ecard: TestCloud): number {
  const waiting = { query: { state: { $in: ['pending', 'sending'] } }, limit: 1 }
  return ecard.cloud.world.database.find('outbox', waiting as never).length
}

/** Every call to the provider asks first whether it is to fail. */
function countCalls(ecard: TestCloud): { calls: number } {
  const { faults } = ecard.cloud.world
  const counter = { calls: 0 }
  const take = faults.take.bind(faults)
  faults.take = (target) => {
    counter.calls += target === 'sms' ? 1 : 0
    return take(target)
  }
  return counter
}

bench(measure)
