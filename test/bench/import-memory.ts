/**
 * Reading 300,000 rows as an import does, by ranges, nothing written: seconds, and how much memory it adds at its peak.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { BEGINNING, rowsOf } from '../../cloudfunctions/archive/rows'
import type { Source } from '../../cloudfunctions/archive/source'
import { ALUMNI_HEADERS, alumniRow } from '../cloudfunctions/harness/import'
import { csv, xlsx } from '../cloudfunctions/harness/spreadsheet'
import { type Row, report } from './measure'

const ROWS = Number(process.env.IMPORT_ROWS ?? 300_000)
const MEGABYTE = 1024 * 1024
const SAMPLE_MS = 20

const fileSource = (file: string): Source => ({
  size: fs.statSync(file).size,
  read: async (start, end) => fs.createReadStream(file, { start, end: (end ?? fs.statSync(file).size) - 1 }),
})

// In a process of its own: what making the files leaves behind is not counted.
function make(folder: string): void {
  const rows = [ALUMNI_HEADERS, ...Array.from({ length: ROWS }, (_, n) => alumniRow(n))]
  fs.writeFileSync(path.join(folder, 'archive.csv'), csv(rows))
  fs.writeFileSync(path.join(folder, 'archive.xlsx'), xlsx({ 校友: rows }))
}

async function read(file: string, format: Parameters<typeof rowsOf>[1]): Promise<Row[]> {
  const before = process.memoryUsage().rss
  let peak = before
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, SAMPLE_MS)
  const started = performance.now()
  let count = 0
  for await (const rows of rowsOf(fileSource(file), format, BEGINNING)) {
    count += rows.length
    // As between two chunks of an import.
    await new Promise(setImmediate)
  }
  const seconds = (performance.now() - started) / 1000
  clearInterval(sampler)
  const what = `${format.type.toUpperCase()}, ${count} rows`
  return [
    { what: `read ${what}`, value: Math.round(count / seconds), unit: 'rows/s' },
    { what: `memory added by reading ${what}`, value: Math.round((peak - before) / MEGABYTE), unit: 'MB' },
  ]
}

async function measure(folder: string): Promise<Row[]> {
  spawnSync(process.execPath, [__filename, folder], { stdio: 'inherit' })
  return [
    ...(await read(path.join(folder, 'archive.csv'), { type: 'csv', encoding: 'utf-8', delimiter: ',' })),
    ...(await read(path.join(folder, 'archive.xlsx'), { type: 'xlsx', sheet: '校友' })),
  ]
}

const [, , target] = process.argv
if (target) {
  make(target)
} else {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'))
  measure(folder)
    .then((rows) => report(rows))
    .finally(() => fs.rmSync(folder, { recursive: true, force: true }))
    .then(() => process.exit(0))
}
