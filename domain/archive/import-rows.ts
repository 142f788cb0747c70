/**
 * One row of a file made into a record, or into the list of what is wrong with it. A bad row never stops the others; its report
 * names the row, the column and the reason, never what stood in the cell.
 */
import { isImportedCardNumber, normaliseCardNumber } from '../card/number'
import type { Document } from '../identity'
import type { Degree } from '../registration/form'
import { checkPhone, normalisePhone } from '../registration/phone'
import type { Result } from '../result'
import type { Day } from '../time/shanghai'
import {
  type CampusKind,
  type CellProblem,
  checkCell,
  readCampusKind,
  readDay,
  readDegree,
  readDocument,
  readYear,
  tidyCell,
} from './import-cells'
import type { ImportField, ImportKind, Mapping } from './import-kinds'

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

const MOST = 60
const FIRST_YEAR = 1902
/** Years ahead of today that somebody who studies now may be said to graduate in. */
const YEARS_AHEAD = 8
const HAN = /\p{Script=Han}/u

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

/** Reads cells and gathers what is wrong with them. */
class RowReader {
  readonly problems: FieldProblem[] = []

  constructor(
    private readonly cells: readonly string[],
    private readonly mapping: Mapping,
    private readonly today: Day,
  ) {}

  /** The text of a field, '' when it has no column. */
  text(field: ImportField, most = MOST): string {
    const column = this.mapping[field]
    const text = column === undefined ? '' : tidyCell(this.cells[column] ?? '')
    const problem = checkCell(text, most)
    if (problem) {
      this.report(field, problem)
      return ''
    }
    return text
  }

  /** Text that is a number to people: a rounded one is refused. */
  number(field: ImportField): string {
    const text = this.text(field).replace(/\.0$/, '')
    if (/^[\d.]+e\+?\d+$/i.test(text)) {
      this.report(field, 'cell_scientific')
    }
    return text
  }

  read<Value, Wrong>(field: ImportField, read: (text: string) => Value, wrong: Wrong, problem: CellProblem): Value {
    const text = this.text(field)
    const value = read(text)
    if ((value as unknown) === wrong && !this.isReported(field)) {
      this.report(field, text === '' ? 'cell_missing' : problem)
    }
    return value
  }

  day(field: ImportField): Day | null {
    return this.read(field, readDay, undefined, 'cell_date') ?? null
  }

  years(): { entryYear: number | null; graduationYear: number | null } {
    const [entryYear, graduationYear] = [this.year('entryYear'), this.year('graduationYear')]
    if (entryYear !== null && graduationYear !== null && graduationYear < entryYear) {
      this.report('graduationYear', 'cell_year_order')
    }
    return { entryYear, graduationYear }
  }

  private year(field: ImportField): number | null {
    const year = this.read(field, readYear, undefined, 'cell_year') ?? null
    if (year !== null && (year < FIRST_YEAR || year > Number(this.today.slice(0, 4)) + YEARS_AHEAD)) {
      this.report(field, 'cell_year')
    }
    return year
  }

  /** The two names; a Latin name in the column of Chinese ones is put where it belongs. */
  names(): { nameChinese: string; nameLatin: string } {
    const [first, second] = [this.text('nameChinese'), this.text('nameLatin')]
    const latin = second || (HAN.test(first) ? '' : first)
    const chinese = HAN.test(first) ? first.replace(/ /g, '').replace(/[•‧・.]/g, '·') : ''
    const field = this.mapping.nameChinese === undefined ? 'nameLatin' : 'nameChinese'
    if (chinese === '' && latin === '') {
      this.report(field, 'cell_missing')
    } else if (/\d/.test(chinese + latin)) {
      this.report(field, 'cell_name')
    }
    return { nameChinese: chinese, nameLatin: latin.toUpperCase() }
  }

  document(isRequired: boolean): Document | null {
    const number = this.text('documentNumber')
    if (number === '') {
      if (isRequired) {
        this.report('documentNumber', 'cell_missing')
      }
      return null
    }
    const cells = { number, type: this.text('documentType'), country: this.text('documentCountry').toUpperCase() }
    const document: Result<Document, CellProblem> = readDocument(cells, this.today)
    if (!document.ok) {
      const fields = { cell_document_type: 'documentType', document_country: 'documentCountry' } as const
      const field = document.code in fields ? fields[document.code as keyof typeof fields] : 'documentNumber'
      this.report(this.mapping[field] === undefined ? 'documentNumber' : field, document.code)
      return null
    }
    return document.value
  }

  phone(): string {
    const text = this.number('phone')
    const phone = normalisePhone(text)
    if (text !== '' && checkPhone(phone) !== null) {
      this.report('phone', 'cell_phone')
    }
    return phone
  }

  cardNumber(): string {
    const number = normaliseCardNumber(this.number('cardNumber'))
    if (!isImportedCardNumber(number)) {
      this.report('cardNumber', number === '' ? 'cell_missing' : 'cell_card_number')
    }
    return number
  }

  private isReported(field: ImportField): boolean {
    return this.problems.some((known) => known.field === field)
  }

  // The first thing that is wrong with a cell says enough.
  private report(field: ImportField, problem: CellProblem): void {
    if (!this.isReported(field)) {
      this.problems.push({ field, problem })
    }
  }
}
