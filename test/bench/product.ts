/** What most benches begin and end with: the functions as they are shipped, in a local cloud of their own. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startCloud } from '../../emulator/cloud/cloud'
import { cloudOptions, MONDAY, TestCloud } from '../cloudfunctions/harness/cloud'
import { functionKeys } from '../cloudfunctions/harness/keys'
import { type Row, report } from './measure'

const dist = path.resolve('dist')
/** Where tools/build.mjs puts the functions. */
export const functionsDir = path.join(dist, 'cloudfunctions')
const built = {
  functionsDir,
  collectionsFile: path.join(dist, 'collections.json'),
  workerFile: path.join(dist, 'emulator', 'worker.cjs'),
  cloudProcess: '',
}

/** Starts the cloud on a Monday morning. @param timers false: they run only when the bench fires them */
export async function startProduct(dataDir: string, { timers = true } = {}): Promise<TestCloud> {
  const ecard = new TestCloud(dataDir)
  ecard.cloud = await startCloud({ ...cloudOptions(built, dataDir, functionKeys), timers })
  ecard.cloud.controls.reset(MONDAY)
  return ecard
}

/** Requests to the database since the statistics were last reset. */
export function databaseTrips({ cloud }: TestCloud): number {
  const { actions } = cloud.world.statistics.read()
  const trips = Object.entries(actions).filter(([action]) => action.startsWith('database.'))
  return trips.reduce((sum, [, times]) => sum + times, 0)
}

/** Measures in a folder of its own, reports, and ends the process. */
export function bench(measure: (dataDir: string) => Promise<readonly Row[]>): void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'))
  measure(folder)
    .then(report)
    .finally(() => fs.rmSync(folder, { recursive: true, force: true }))
    .then(() => process.exit(0))
}
