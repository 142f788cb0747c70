/**
 * Working on an import until the time is up. One worker at a time holds the lease on its record; what it did is written
 * there after every chunk, so that whoever comes next, after a kill or a full minute, goes on at the same row.
 */
import type { ImportFailure } from '../../domain/archive/api'
import { dayOf, type Instant } from '../../domain/time/shanghai'
import { recordAction } from '../_kit/audit'
import { isRotating } from '../_kit/bring-over'
import { hasEarlierDigestKeys } from '../_kit/chained-digest'
import { below } from '../_kit/conditions'
import { randomId } from '../_kit/random'
import { get, Increase, type Stored, updateWhere } from '../_kit/store'
import { change } from '../_kit/transaction'
import { CHUNK_ROWS, importChunk } from './chunk'
import { afterRows, letGo } from './let-go'
import { type Row, rowsOf, Unreadable } from './rows'
import { openSource, type Source } from './source'

/** A chunk takes a second or two; a worker that says nothing for so long is gone. */
const LEASE_MS = 30_000

/** Works on an import; does nothing when it is not running or somebody else works on it. */
export async function work(id: string, now: Instant, isOver: () => boolean): Promise<void> {
  // A row must not meet records under a key that is being replaced; it goes on when that is done.
  if (hasEarlierDigestKeys && (await isRotating())) {
    return
  }
  const started = performance.now()
  const instant = () => now + Math.round(performance.now() - started)
  const worker = randomId()
  const lease = { worker, leaseUntil: now + LEASE_MS }
  const leased = await updateWhere('imports', { _id: id, state: 'running', leaseUntil: below(now) }, lease)
  const record = leased === 1 ? await get('imports', id) : null
  if (!record) {
    return
  }
  const source = await openSource(record.file)
  if (!source) {
    await finish(record, worker, instant(), 'import_file_missing')
    return
  }
  try {
    if (await importRows(record, source, { worker, instant, isOver })) {
      await finish(record, worker, instant(), '')
    } else {
      await giveBack(id, worker)
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) {
      // Whoever tries next need not wait until the lease runs out.
      await giveBack(id, worker)
      throw error
    }
    await finish(record, worker, instant(), 'import_file_unreadable')
  }
}

async function giveBack(id: string, worker: string): Promise<void> {
  await updateWhere('imports', { _id: id, worker }, { leaseUntil: 0 })
}

type Shift = { worker: string; instant: () => Instant; isOver: () => boolean }

/** @returns true when the last row was imported */
async function importRows(record: Stored<'imports'>, source: Source, shift: Shift): Promise<boolean> {
  const { format, offset, row } = record
  if (!format) {
    return true
  }
  for await (const rows of inChunks(rowsOf(source, format, { offset, row }))) {
    const { next } = rows.at(-1) as Row
    const now = shift.instant()
    const counts = await importChunk(record, rows, { today: dayOf(record.createdAt), now })
    const added = Object.fromEntries(Object.entries(counts).map(([name, by]) => [name, new Increase(by)]))
    const progress = { ...next, ...added, leaseUntil: shift.instant() + LEASE_MS }
    const mine = await updateWhere('imports', { _id: record._id, worker: shift.worker, state: 'running' }, progress)
    if (mine === 0) {
      // Stopped meanwhile; the rows of this chunk are on record all the same.
      await afterRows(record)
      return false
    }
    if (shift.isOver()) {
      return false
    }
  }
  return true
}

async function* inChunks(batches: AsyncGenerator<Row[]>): AsyncGenerator<Row[]> {
  let waiting: Row[] = []
  for await (const batch of batches) {
    waiting = waiting.length === 0 ? batch : [...waiting, ...batch]
    while (waiting.length >= CHUNK_ROWS) {
      yield waiting.slice(0, CHUNK_ROWS)
      waiting = waiting.slice(CHUNK_ROWS)
    }
  }
  if (waiting.length > 0) {
    yield waiting
  }
}

async function finish(
  record: Stored<'imports'>,
  worker: string,
  now: Instant,
  failure: ImportFailure | '',
): Promise<void> {
  const isMine = await change(async (transaction) => {
    const current = await transaction.get('imports', record._id)
    if (current?.worker !== worker || current.state !== 'running') {
      return false
    }
    const { kind, done, fresh, changed, unchanged, bad } = current
    const state = failure === '' ? 'done' : 'failed'
    const ended = state === 'done' ? 'archive.done' : 'archive.failed'
    await transaction.update('imports', record._id, { state, failure, finishedAt: now, total: done, leaseUntil: 0 })
    const counts = { kind, fresh, changed, unchanged, bad }
    await recordAction(transaction, { openid: record.by, now }, ended, record._id, counts)
    return true
  })
  if (isMine) {
    await letGo(record)
  }
}
