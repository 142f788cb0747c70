/**
 * What a chunk did with its rows, and the marks by which that is known again when the chunk is repeated after a kill.
 */
import type { ImportCounts } from '../../domain/archive/api'
import type { ImportKind } from '../../domain/archive/import-kinds'
import type { FieldProblem, ImportRows, RowProblem } from '../../domain/archive/import-rows'
import type { Day, Instant } from '../../domain/time/shanghai'
import type { ImportMarks } from '../_kit/records/archive'

/** `name`: `<import>/<first row>`. */
export type Chunk = { import: string; name: string; today: Day; now: Instant }

export type Problem = FieldProblem & { row: number }
export type GoodRow<Kind extends ImportKind> = { row: number; value: ImportRows[Kind] }
export type Outcome = Pick<ImportCounts, 'fresh' | 'changed' | 'unchanged'> & { problems: Problem[] }

/** A problem of a whole row. */
export function rowProblem(row: number, problem: RowProblem): Problem {
  return { row, field: '', problem }
}

/** Marks of a record that this chunk makes. */
export function newMarks({ name }: Chunk): ImportMarks {
  return { origin: name, written: name, seen: name }
}

/** What a record that is stored already means for a row of this chunk; null: the row has to be compared with it. */
export function earlierOutcome(marks: Partial<ImportMarks>, chunk: Chunk): 'fresh' | 'changed' | 'twice' | null {
  if (marks.origin === chunk.name) {
    return 'fresh'
  }
  if (marks.written === chunk.name) {
    return 'changed'
  }
  return marks.seen !== chunk.name && marks.seen?.startsWith(`${chunk.import}/`) ? 'twice' : null
}
