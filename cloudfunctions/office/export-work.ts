/**
 * The work of an export: one file after the other, each written to this machine's disk, stored and noted. Whoever works
 * holds a lease longer than a function lives, so there is one worker at a time; one that died is followed by the next,
 * which writes the file anew. Memory does not grow with the rows.
 */
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportFileName, FILE_LIFETIME, ROWS_PER_FILE } from '../../domain/office/exports'
import { ok, refuse } from '../../domain/result'
import { dayOf, type Instant } from '../../domain/time/shanghai'
import { recordAction } from '../_kit/audit'
import { app } from '../_kit/cloudbase'
import { atMost } from '../_kit/conditions'
import { stopwatch } from '../_kit/lanes'
import { get, type Stored, updateWhere } from '../_kit/store'
import { transact } from '../_kit/transaction'
import type { Place } from '../_kit/walk'
import { namesOfStaff } from './audit'
import { type Cell, headsOf, rowsOf } from './export-rows'
import { recordsPage } from './export-source'
import { noteViews } from './export-views'

type Export = Stored<'exports'>
type Progress = { rows: number; place: Place | null; isLast: boolean }

const LEASE = 2 * 60_000
/** Progress is noted after this many rows. */
const NOTED_ROWS = 5_000
/** A file ends with the page at which it has taken so long: on a slow day files are smaller, and none is begun for ever. */
const FILE_TIME = 20_000

/** Writes files until the export is ready or the time is up; does nothing while somebody else works at it. */
export async function workOn(id: string, now: Instant, isOver: () => boolean): Promise<void> {
  if (!(await takeLease(id, now))) {
    return
  }
  try {
    let isMore = true
    while (isMore && !isOver()) {
      isMore = await writeNext(id, now)
    }
  } finally {
    await updateWhere('exports', { _id: id }, { leaseUntil: 0, writing: 0 })
  }
}

async function takeLease(id: string, now: Instant): Promise<boolean> {
  const free = { _id: id, state: 'running', leaseUntil: atMost(now) } as const
  return (await updateWhere('exports', free, { leaseUntil: now + LEASE })) > 0
}

/** @returns whether there is more to write */
async function writeNext(id: string, now: Instant): Promise<boolean> {
  const record = await get('exports', id)
  if (record?.state !== 'running') {
    return false
  }
  const folder = await mkdtemp(join(tmpdir(), 'export-'))
  try {
    const file = join(folder, 'rows')
    const progress: Progress = { rows: 0, place: record.after, isLast: false }
    const { writeFile } = await import('./export-file')
    await writeFile(file, record.format, headsOf(record), rows(record, progress, now))
    const name = nameOf(record, progress)
    const { fileID } = await app.uploadFile({ cloudPath: `exports/${id}/${name}`, fileContent: createReadStream(file) })
    const written = { id: fileID, name, rows: progress.rows, bytes: (await stat(file)).size }
    return await note(record, written, progress, now)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function nameOf(record: Export, { isLast }: Progress): string {
  const count = record.files.length
  return exportFileName(record, count, dayOf(record.createdAt), isLast && count === 0)
}

async function* rows(record: Export, progress: Progress, now: Instant): AsyncGenerator<readonly Cell[]> {
  const names = record.scope.content === 'audit' ? await namesOfStaff() : new Map<string, string>()
  const isLate = stopwatch(FILE_TIME)
  let noted = 0
  while (!progress.isLast && progress.rows < ROWS_PER_FILE && !isLate()) {
    const page = await recordsPage(record.scope, progress.place)
    await noteViews(record, page.records)
    yield* await rowsOf(record, page.records, { now, names })
    progress.rows += page.records.length
    progress.place = page.place
    progress.isLast = page.isLast
    if (progress.rows - noted >= NOTED_ROWS) {
      noted = progress.rows
      await updateWhere('exports', { _id: record._id }, { writing: noted })
    }
  }
}

/** Notes a finished file, and that the export is ready after the last. @returns whether there is more to write */
async function note(
  before: Export,
  file: Export['files'][number],
  { place, isLast }: Progress,
  now: Instant,
): Promise<boolean> {
  const noted = await transact(async (transaction) => {
    const record = await transaction.get('exports', before._id)
    if (record?.state !== 'running' || record.files.length !== before.files.length) {
      return refuse('overtaken')
    }
    const rows = record.rows + file.rows
    const progress = { files: [...record.files, file], rows, writing: 0, after: place }
    const ready = { state: 'ready', total: rows, until: now + FILE_LIFETIME } as const
    await transaction.update('exports', record._id, isLast ? { ...progress, ...ready } : progress)
    if (isLast) {
      const details = { content: record.scope.content, documents: record.documents ? 'yes' : 'no', rows }
      await recordAction(transaction, { openid: record.by, now }, 'office.exportReady', record._id, details)
    }
    return ok(null)
  })
  return noted.ok && !isLast
}
