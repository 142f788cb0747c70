/**
 * Importing 300,000 rows of an archive through the function: rows per second and peak memory of its worker, CSV and
 * XLSX.
 */
import { performance } from 'node:perf_hooks'
import type { TestCloud } from '../cloudfunctions/harness/cloud'
import { ALUMNI_HEADERS, alumniRow } from '../cloudfunctions/harness/import'
import { openOffice, REVIEWER } from '../cloudfunctions/harness/office'
import { csv, xlsx } from '../cloudfunctions/harness/spreadsheet'
import type { Row } from './measure'
import { bench, startProduct } from './product'

const ROWS = Number(process.env.IMPORT_ROWS ?? 300_000)
const MEGABYTE = 1024 * 1024

async function measure(dataDir: string): Promise<Row[]> {
  const ecard = await startProduct(dataDir)
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
  await ecard.cloud.stop()
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
  const size = Math.round(bytes.length / MEGABYTE)
  const what = `${type.toUpperCase()}, ${ROWS} rows, ${size} MB${again ? ', imported before' : ''}`
  return [
    { what: `import ${what}`, value: Math.round(view.counts.done / seconds), unit: 'rows/s', note: `${calls} calls` },
    { what: `preview ${what}`, value: (previewed - looked) / 1000, unit: 's' },
  ]
}

bench(measure)
