/**
 * One row of a file made into a record, or into the list of what is wrong with it. A bad row never stops the others; its report
 * names the row, the column and the reason, never what stood in the cell.
 */
import type { Document } from '../identity'
import type { Degree } from '../registration/form'
import type { Day } from '../time/shanghai'
import { type CampusKind, type CellProblem, readCampusKind, readDegree, tidyCell } from './import-cells'
import type { ImportField, ImportKind, Mapping } from './import-kinds'
import { RowReader } from './import-row-reader'

/** What a row of each kind says. */
export type ImportRows = {
  alumni: {
    document: Document | null
    nameChinese: string
    nameLatin: string
    school: string
    major: string
    degree: Degree | ''
    entryYear: number | null
    graduationYear: number | null
    studentNumber: string
  }
  /** `until`: the last day; null: until another file says otherwise. */
  campus: { document: Document; kind: CampusKind; until: Day | null }
  /** `phone` is E.164, '' when there is none. `until`: the last day of the older card, when it has one. */
  cards: {
    document: Document
    number: string
    nameChinese: string
    nameLatin: string
    phone: string
    issued: Day | null
    until: Day | null
  }
}

/** Problems of a whole row. */
export const rowProblems = [
  'row_unreadable', // a quotation mark that is never closed
  'row_twice', // the file has the same person or number before
  'row_number_taken', // the card number belongs to somebody else
  'row_has_card', // the person has another card
  'row_has_application', // the person has applied for a new card
] as const
export type RowProblem = CellProblem | (typeof rowProblems)[number]

/** `field`: '' when the whole row is meant. */
export type FieldProblem = { field: ImportField | ''; problem: RowProblem }

export type ReadRow<Kind extends ImportKind> =
  | { ok: true; value: ImportRows[Kind] }
  | { ok: false; problems: FieldProblem[] }

/** True when nothing stands in the row. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => tidyCell(cell) === '')
}

/**
 * Reads one row.
 * @param cells as they stand in the file
 * @param today Shanghai day
 */
export function readRow<Kind extends ImportKind>(
  kind: Kind,
  cells: readonly string[],
  mapping: Mapping,
  today: Day,
): ReadRow<Kind> {
  const row = new RowReader(cells, mapping, today)
  const value = readers[kind](row)
  return row.problems.length > 0
    ? { ok: false, problems: row.problems }
    : { ok: true, value: value as ImportRows[Kind] }
}

const readers: { [Kind in ImportKind]: (row: RowReader) => ImportRows[Kind] } = {
  alumni: (row) => ({
    ...row.names(),
    document: row.document(false),
    school: row.text('school'),
    major: row.text('major'),
    degree: row.read('degree', readDegree, null, 'cell_degree') ?? '',
    ...row.years(),
    studentNumber: row.number('studentNumber'),
  }),
  campus: (row) => ({
    document: row.document(true) as Document,
    kind: row.read('campusKind', readCampusKind, undefined, 'cell_campus_kind') as CampusKind,
    until: row.day('until'),
  }),
  cards: (row) => ({
    document: row.document(true) as Document,
    number: row.cardNumber(),
    ...row.names(),
    phone: row.phone(),
    issued: row.day('issued'),
    until: row.day('until'),
  }),
}
