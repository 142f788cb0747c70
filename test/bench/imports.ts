/**
 * Importing 300,000 rows of an archive through the function: rows per second and peak memory of its worker, CSV and
 * XLSX.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { startCloud } from '../../emulator/cloud/cloud'
import { cloudOptions, MONDAY, TestCloud } from '../cloudfunctions/harness/cloud'
import { ALUMNI_HEADERS, alumniRow } from '../cloudfunctions/harness/import'
import { functionKeys } from '../cloudfunctions/harness/keys'
import { openOffice, REVIEWER } from '../cloudfunctions/harness/office'
import { csv, xlsx } from '../cloudfunctions/harness/spreadsheet'
import { type Row, report } from './measure'

const ROWS = Number(process.env.IMPORT_ROWS ?? 300_000)
const MEGABYTE = 1024 * 1024
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
  const rows = Array.from({ length: ROWS }, (_, n) => alumniRow(n))
  const files = [
    { name: 'archive.csv', bytes: Buffer.from(csv([ALUMNI_HEADERS, ...rows])), again: false },
    { name: 'archive.csv', bytes: Buffer.from(csv([ALUMNI_HEADERS, ...rows])), again: true },
    { name: 'archive.xlsx', bytes: xlsx({ 校友: [ALUMNI_HEADERS, ...rows] }), again: true },
  ]
  const results: Row[] = []
  for (const file of files) {
    results.push(...(await importOne(ecard, file)))
  }
  await cloud.stop()
  return results
}

type File = { name: string; bytes: Buffer; again: boolean }

async function importOne(ecard: TestCloud, { name, bytes, again }: File): Promise<Row[]> {
  const type = name.endsWith('.xlsx') ? 'xlsx' : 'csv'
  const { id, path: place } = await ecard.value(REVIEWER, 'archive', 'place', { kind: 'alumni', type, name })
  ecard.cloud.world.storage.upload(place, bytes, REVIEWER)
  const looked = performance.now()
  const { preview } = await ecard.value(REVIEWER, 'archive', 'preview', { id })
  const previewed = performance.now()
  await ecard.value(REVIEWER, 'archive', 'start', { id, mapping: preview.mapping })
  const started = performance.now()
  let calls = 0
  let view = { state: 'running', counts: { done: 0 } }
  while (view.state === 'running') {
    view = (await ecard.value(REVIEWER, 'archive', 'run', { id })).import
    calls += 1
  }
  const seconds = (performance.now() - started) / 1000
  const what = `${type.toUpperCase()}, ${ROWS} rows, ${Math.round(bytes.length / MEGABYTE)} MB${again ? ', imported before' : ''}`
  return [
    { what: `import ${what}`, value: Math.round(view.counts.done / seconds), unit: 'rows/s', note: `${calls} calls` },
    { what: `preview ${what}`, value: (previewed - looked) / 1000, unit: 's' },
  ]
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'))
measure(folder)
  .then((rows) => report(rows))
  .finally(() => fs.rmSync(folder, { recursive: true, force: true }))
  .then(() => process.exit(0))
