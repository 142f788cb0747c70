/** Database round trips of each action, transaction start and commit counted, over one person's whole way. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { deviceSigner, fromHex, showPass, stepOf } from '../../domain/pass'
import { DAY } from '../../domain/time/shanghai'
import { startCloud } from '../../emulator/cloud/cloud'
import { CUT_OFF, cloudOptions, MONDAY, TestCloud } from '../cloudfunctions/harness/cloud'
import { functionKeys } from '../cloudfunctions/harness/keys'
import {
  APPROVE,
  activation,
  close,
  deviceKey,
  GUARD,
  openOffice,
  REVIEWER,
  submission,
} from '../cloudfunctions/harness/office'
import { person } from '../cloudfunctions/harness/people'
import { type Row, report } from './measure'

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
  const rows: Row[] = []
  const counted = async <T>(what: string, limit: number, work: () => Promise<T>): Promise<T> => {
    cloud.world.statistics.reset()
    const value = await work()
    const { actions } = cloud.world.statistics.read()
    const trips = Object.entries(actions).filter(([action]) => action.startsWith('database.'))
    const total = trips.reduce((sum, [, times]) => sum + times, 0)
    rows.push({ what: `round trips: ${what}`, value: total, unit: '', note: `budget ${limit}` })
    return value
  }
  await openOffice(ecard)
  const who = person(1)
  const { devicePublicKey, secret } = deviceKey(1)
  const { application } = await counted('submit', 6, () =>
    ecard.value(who.openid, 'registration', 'submit', submission(who)),
  )
  await ecard.moveTo(CUT_OFF)
  const decision = { id: application.id, version: 1, verdict: APPROVE }
  await counted('decide', 6, () => ecard.value(REVIEWER, 'review', 'decide', decision))
  await close(ecard)
  await ecard.moveTo(CUT_OFF + DAY)
  const proved = activation(ecard, who)
  await counted('activate', 9, () => ecard.value(who.openid, 'activation', 'activate', proved))
  const shown = await counted('show card', 1, () => ecard.value(who.openid, 'card', 'show', { devicePublicKey }))
  const credential = fromHex(shown.credential.credential)
  if (!credential) {
    throw new Error('no credential')
  }
  const text = showPass({ credential, step: stepOf(ecard.now), challenge: null, sign: deviceSigner(secret) })
  const scan = { text, point: 'gate-east', challenge: null }
  await counted('gate check', 1, () => ecard.value(GUARD, 'gate', 'check', scan))
  await cloud.stop()
  return rows
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'))
measure(folder)
  .then(report)
  .finally(() => fs.rmSync(folder, { recursive: true }))
