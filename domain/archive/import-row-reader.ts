/**
 * The fields of one row, read from the cells that the mapping names, and what is wrong with them. Which fields a list has is not
 * decided here (import-rows.ts).
 */
import { isImportedCardNumber, normaliseCardNumber } from '../card/number'
import type { Document } from '../identity'
import { checkPhone, normalisePhone } from '../registration/phone'
import type { Result } from '../result'
import type { Day } from '../time/shanghai'
import { type CellProblem, checkCell, tidyCell } from './import-cells'
import { readDay, readYear } from './import-days'
import { readDocument } from './import-documents'
import type { ImportField, Mapping } from './import-kinds'

const MOST = 60
const FIRST_YEAR = 1902
/** Years ahead of today that somebody who studies now may be said to graduate in. */
const YEARS_AHEAD = 8
const HAN = /\p{Script=Han}/u

/** Reads the fields of one row, each at most once said to be wrong. */
export class RowReader {
  readonly problems: { field: ImportField; problem: CellProblem }[] = []

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
