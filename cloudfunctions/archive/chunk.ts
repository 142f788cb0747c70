/**
 * A chunk of an import: some rows of the file that are read, written and counted together. It begins at a place that is
 * stored, so one that was cut off is read again with the same rows and the same name, and writes what is not written
 * yet.
 */
import type { ImportCounts } from '../../domain/archive/api'
import type { ImportKind } from '../../domain/archive/import-kinds'
import { type FieldProblem, isBlank, type RowProblem, readRow } from '../../domain/archive/import-rows'
import type { Day, Instant } from '../../domain/time/shanghai'
import { insert, type Stored } from '../_kit/store'
import { Duplicate } from '../_kit/store-errors'
import type { Chunk, GoodRow, Outcome, Problem } from './outcome'
import type { Row } from './rows'
import { writeCampus } from './write-campus'
import { writeCards } from './write-cards'

/** Rows of a chunk; the store reads at most 1000 records at once. */
export const CHUNK_ROWS = 1000

type Writer<Kind extends ImportKind> = (rows: GoodRow<Kind>[], chunk: Chunk) => Promise<Outcome>

// Names of alumni are folded by half a megabyte of tables, which a function that starts for something else does not
// load.
const writeAlumni: Writer<'alumni'> = async (rows, chunk) => (await import('./write-alumni')).writeAlumni(rows, chunk)

const writers: { [Kind in ImportKind]: Writer<Kind> } = { alumni: writeAlumni, campus: writeCampus, cards: writeCards }

const ROW_DIGITS = 9

/** Imports a chunk. @returns what to add to the counts */
export async function importChunk(
  record: Stored<'imports'>,
  rows: readonly Row[],
  { today, now }: { today: Day; now: Instant },
): Promise<Omit<ImportCounts, 'total'>> {
  const name = `${record._id}/${rows[0]?.number ?? 0}`
  const { good, problems, read } = readRows(record, rows, today)
  const chunk = { import: record._id, name, today, now }
  const outcome = await (writers[record.kind] as Writer<ImportKind>)(good, chunk)
  const all = [...problems, ...outcome.problems].sort((one, other) => one.row - other.row)
  await keepProblems(name, record._id, rows[0]?.number ?? 0, all)
  const { fresh, changed, unchanged } = outcome
  return { done: read, fresh, changed, unchanged, bad: new Set(all.map(({ row }) => row)).size }
}

function readRows({ kind, mapping }: Stored<'imports'>, rows: readonly Row[], today: Day) {
  const good: GoodRow<ImportKind>[] = []
  const problems: Problem[] = []
  let read = 0
  for (const { number, cells } of rows) {
    if (cells && isBlank(cells)) {
      continue
    }
    read += 1
    const row = cells ? readRow(kind, cells, mapping, today) : wholeRow('row_unreadable')
    if (row.ok) {
      good.push({ row: number, value: row.value })
    } else {
      problems.push(...row.problems.map((problem) => ({ ...problem, row: number })))
    }
  }
  return { good, problems, read }
}

function wholeRow(problem: RowProblem): { ok: false; problems: FieldProblem[] } {
  return { ok: false, problems: [{ field: '', problem }] }
}

async function keepProblems(name: string, id: string, firstRow: number, problems: Problem[]): Promise<void> {
  if (problems.length === 0) {
    return
  }
  try {
    const position = String(firstRow).padStart(ROW_DIGITS, '0')
    await insert('importProblems', name, { import: id, position, problems })
  } catch (error) {
    // The chunk was cut off after this: they are the same.
    if (!(error instanceof Duplicate)) {
      throw error
    }
  }
}
