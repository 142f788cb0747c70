/**
 * Rows of an XLSX sheet, from any row on: the sheet's XML is unpacked and thrown away up to the place, and parsed from
 * there. Formula cells give the value that was last worked out. Numbers are given with all the digits that the file
 * has; one of more than 15 has lost some (a double holds no more), so it is given in its rounded form, which rows
 * refuse.
 */
import { SaxesParser } from 'saxes'
import { BEGINNING, type Place, type Row, take } from './rows'
import { SharedTexts } from './shared-texts'
import type { Source } from './source'
import { localName, Workbook, write } from './xlsx-parts'

const SAFE_DIGITS = 15
const MOST_COLUMNS = 500
/** A resumed sheet begins within `sheetData`; this stands for what was skipped. */
const ROOT = '<sheetData>'

/** The texts of the workbook, which cells name by number. */
type Texts = { at(index: number): string }

/** @see rowsOf */
export async function* xlsxRows(source: Source, sheetName: string, from: Place): AsyncGenerator<Row[]> {
  const workbook = await Workbook.open(source)
  yield* sheetRows(workbook, sheetName, await SharedTexts.of(workbook), from)
}

/**
 * The first rows of a sheet. Of the workbook's texts, hundreds of thousands, only those up to the last one named are
 * read.
 */
export async function firstSheetRows(source: Source, sheetName: string, count: number): Promise<Row[]> {
  const workbook = await Workbook.open(source)
  let last = -1
  const noted: Texts = {
    at(index) {
      last = Math.max(last, index)
      return ''
    },
  }
  await take(sheetRows(workbook, sheetName, noted, BEGINNING), count)
  return take(sheetRows(workbook, sheetName, await SharedTexts.of(workbook, last), BEGINNING), count)
}

async function* sheetRows(workbook: Workbook, sheetName: string, texts: Texts, from: Place): AsyncGenerator<Row[]> {
  const sheet = (await workbook.sheets()).find(({ name }) => name === sheetName)
  if (!sheet) {
    return
  }
  const reader = new SheetReader(texts, from)
  let seen = 0
  for await (const piece of workbook.text(sheet.part)) {
    const rest = piece.slice(Math.max(0, from.offset - seen))
    seen += piece.length
    const rows = rest === '' ? [] : reader.write(rest)
    if (rows.length > 0) {
      yield rows
    }
    if (reader.isOver) {
      return
    }
  }
}

class SheetReader {
  /** True after the last row. */
  isOver = false
  private readonly parser = new SaxesParser({ position: false })
  private rows: Row[] = []
  private cells: string[] = []
  private row: number
  private cell: { column: number; type: string } | null = null
  private text = ''
  private isText = false

  constructor(
    private readonly texts: Texts,
    from: Place,
  ) {
    this.row = from.row
    const isResumed = from.offset > 0
    if (isResumed) {
      this.parser.write(ROOT)
    }
    const base = isResumed ? from.offset - ROOT.length : 0
    // What follows the rows closes tags that a resumed sheet never opened.
    this.parser.on('error', (error) => {
      if (!this.isOver) {
        throw error
      }
    })
    this.parser.on('opentag', ({ name, attributes }) =>
      this.open(localName(name), attributes as Record<string, string>),
    )
    this.parser.on('text', (text) => {
      this.text = this.isText ? this.text + text : this.text
    })
    this.parser.on('closetag', ({ name }) => this.close(localName(name), base))
  }

  /** The rows that end within this text. */
  write(text: string): Row[] {
    write(this.parser, text)
    const { rows } = this
    this.rows = []
    return rows
  }

  private open(tag: string, attributes: Record<string, string>): void {
    if (tag === 'row') {
      this.row = Number(attributes.r) || this.row + 1
      this.cells = []
    } else if (tag === 'c') {
      this.cell = { column: attributes.r ? columnOf(attributes.r) : this.cells.length, type: attributes.t ?? 'n' }
      this.text = ''
    }
    this.isText = tag === 'v' || tag === 't'
  }

  private close(tag: string, base: number): void {
    this.isText = false
    if (tag === 'c' && this.cell) {
      const { column, type } = this.cell
      if (column < MOST_COLUMNS) {
        while (this.cells.length < column) {
          this.cells.push('')
        }
        this.cells[column] = this.valueOf(type)
      }
      this.cell = null
    } else if (tag === 'row') {
      const next = { offset: base + this.parser.position, row: this.row }
      this.rows.push({ number: this.row, cells: this.cells, next })
    } else if (tag === 'sheetData') {
      this.isOver = true
    }
  }

  private valueOf(type: string): string {
    if (type === 's') {
      return this.texts.at(Number(this.text))
    }
    return type === 'n' ? numberText(this.text) : this.text
  }
}

/** The column of a cell's address, counted from 0: "AB12" is 27. */
function columnOf(address: string): number {
  let column = 0
  for (let index = 0; index < address.length; index += 1) {
    const letter = address.charCodeAt(index) - 64
    if (letter < 1 || letter > 26) {
      break
    }
    column = column * 26 + letter
  }
  return column - 1
}

// 3.0 is 3; 1.38E+10, a phone number, is itself again; an ID number is not.
function numberText(text: string): string {
  const number = Number(text)
  if (text === '' || !Number.isFinite(number)) {
    return text
  }
  const plain = Number.isInteger(number) ? BigInt(number).toString() : text
  return plain.length > SAFE_DIGITS && Number.isInteger(number) ? number.toExponential() : plain
}
