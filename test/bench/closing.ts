/**
 * Closing a round of 10,000 decided applications, as a share of plain inserts through the same SDK in the same run. The
 * inserts are made by as many clients as closing has transactions at once, each durable before the next begins.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { startCloud } from '../../emulator/cloud/cloud'
import type { Database } from '../../emulator/cloud/engine/database'
import { CUT_OFF, cloudOptions, MONDAY, TestCloud, THURSDAY } from '../cloudfunctions/harness/cloud'
import { functionKeys } from '../cloudfunctions/harness/keys'
import { multiplyApplication } from '../cloudfunctions/harness/many'
import { APPROVE, apply, close, decide, openOffice } from '../cloudfunctions/harness/office'
import { person } from '../cloudfunctions/harness/people'
import { type Row, report } from './measure'

const APPLICATIONS = 10_000
const CLIENTS = 8
const INSERTS = 4000

const dist = path.resolve('dist')
const built = {
  functionsDir: path.join(dist, 'cloudfunctions'),
  collectionsFile: path.join(dist, 'collections.json'),
  workerFile: path.join(dist, 'emulator', 'worker.cjs'),
  cloudProcess: '',
}

async function measure(dataDir: string): Promise<Row[]> {
  const cloud = await startCloud(cloudOptions(built, dataDir, functionKeys))
  cloud.controls.reset(MONDAY)
  const ecard = new TestCloud(dataDir)
  ecard.cloud = cloud
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
  const { actions } = cloud.world.statistics.read()
  const trips = Object.entries(actions).filter(([action]) => action.startsWith('database.'))
  const total = trips.reduce((sum, [, times]) => sum + times, 0)
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

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'))
measure(folder)
  .then(report)
  .finally(() => fs.rmSync(folder, { recursive: true }))
  .then(() => process.exit(0))
