/**
 * Closing a round of 10,000 decided applications, as a share of plain inserts through the same SDK in the same run. The
 * inserts are made by as many clients as closing has transactions at once, each durable before the next begins.
 */
import { performance } from 'node:perf_hooks'
import type { Database } from '../../emulator/cloud/engine/database'
import { CUT_OFF, THURSDAY } from '../cloudfunctions/harness/cloud'
import { multiplyApplication } from '../cloudfunctions/harness/many'
import { APPROVE, apply, close, decide, openOffice } from '../cloudfunctions/harness/office'
import { person } from '../cloudfunctions/harness/people'
import type { Row } from './measure'
import { bench, databaseTrips, startProduct } from './product'

const APPLICATIONS = 10_000
const CLIENTS = 8
const INSERTS = 4000

async function measure(dataDir: string): Promise<Row[]> {
  const ecard = await startProduct(dataDir)
  const { cloud } = ecard
  await openOffice(ecard)
  const { id } = await apply(ecard, person(1))
  await ecard.moveTo(CUT_OFF)
  await decide(ecard, id, APPROVE)
  await multiplyApplication(cloud.world.database, id, APPLICATIONS)
  cloud.world.scheduler.watch([])
  const inserts = await insertsPerSecond(cloud.env, cloud.world.database)
  cloud.world.statistics.reset()
  const started = performance.now()
  let calls = 0
  for (let done = false; !done; calls += 1) {
    const reply = await close(ecard, false, THURSDAY)
    if (!reply.ok) {
      throw new Error(JSON.stringify(reply))
    }
    done = reply.value.done
    if (reply.value.handled === 0) {
      throw new Error(`Closing moves nothing.\n${ecard.lastLog()}`)
    }
  }
  const cards = APPLICATIONS / ((performance.now() - started) / 1000)
  const total = databaseTrips(ecard)
  await cloud.stop()
  return [
    { what: 'plain inserts', value: Math.round(inserts), unit: '/s', note: `${CLIENTS} clients, the same SDK and run` },
    { what: `closing ${APPLICATIONS}`, value: Math.round(cards), unit: 'cards/s', note: `${calls} calls` },
    { what: 'closing as a share of inserts', value: (cards / inserts) * 100, unit: '%', note: 'aim: at least 30' },
    { what: 'round trips a card', value: total / APPLICATIONS, unit: '' },
  ]
}

async function insertsPerSecond(env: Record<string, string>, database: Database): Promise<number> {
  database.createCollection('writes')
  Object.assign(process.env, env)
  const { default: tcb } = await import('@cloudbase/node-sdk')
  const collection = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }).database().collection('writes')
  let next = 0
  const client = async () => {
    while (next < INSERTS) {
      next += 1
      await collection.add({ _id: `w${next}`, value: next })
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return INSERTS / ((performance.now() - started) / 1000)
}

bench(measure)
