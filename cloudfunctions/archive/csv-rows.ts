/**
 * Rows of a CSV file, from any row on. The parser reads bytes (one byte, one character): in GB 18030 and in UTF-8 no
 * byte of a longer character is a quotation mark, a delimiter or a line's end, but for "|" (hidden-pipes.ts). Cells are
 * decoded one by one, and the parser's place in the file is a number of bytes.
 */
import { finished } from 'node:stream/promises'
import { type Parser, parse } from 'csv-parse'
import type { CsvFormat } from './csv-format'
import { mayHidePipes, PipeHider, shown } from './hidden-pipes'
import type { Place, Row } from './rows'
import { head, type Source } from './source'

/** A row longer than this, bytes, is a quotation mark that nobody closed. */
export const LONGEST_ROW = 64 * 1024
const LINE_FEED = 10
const BYTE_ORDER_MARK = Buffer.from('\ufeff')

/** @see rowsOf */
export async function* csvRows(source: Source, format: CsvFormat, from: Place): AsyncGenerator<Row[]> {
  let place = from.offset === 0 ? { ...from, offset: await startOf(source) } : from
  while (place.offset < source.size) {
    const reader = new CsvReader(format, place)
    for await (const chunk of await source.read(place.offset)) {
      const rows = reader.write(chunk)
      place = rows.at(-1)?.next ?? place
      if (rows.length > 0) {
        yield rows
      }
      if (reader.failed) {
        break
      }
    }
    const last = await reader.end()
    place = last.at(-1)?.next ?? place
    if (last.length > 0) {
      yield last
    }
    if (!reader.failed) {
      return
    }
    const next = { offset: await nextLine(source, place.offset), row: place.row + 1 }
    yield [{ number: next.row, cells: null, next }]
    place = next
  }
}

class CsvReader {
  /** True when a row cannot be read; those before it have been. */
  failed = false
  private rows: Row[] = []
  private readonly parser: Parser
  private readonly hider: PipeHider | null

  constructor(format: CsvFormat, from: Place) {
    const { encoding, delimiter } = format
    const decoder = new TextDecoder(encoding)
    const decode = (cell: string) => (isPlain(cell) ? cell : decoder.decode(Buffer.from(shown(cell), 'latin1')))
    this.hider = mayHidePipes(format) ? new PipeHider() : null
    let { row } = from
    this.parser = parse({
      encoding: 'latin1',
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LONGEST_ROW,
      on_record: (cells: string[], { bytes }) => {
        row += 1
        this.rows.push({ number: row, cells: cells.map(decode), next: { offset: from.offset + bytes, row } })
        return null
      },
    })
    this.parser.on('error', () => {
      this.failed = true
    })
    this.parser.resume()
  }

  /** The rows that end within these bytes. The parser works at once. */
  write(chunk: Buffer): Row[] {
    this.parser.write(this.hider?.hide(chunk) ?? chunk)
    return this.take()
  }

  async end(): Promise<Row[]> {
    if (!this.failed) {
      this.parser.end()
      await finished(this.parser).catch(() => undefined)
    }
    return this.take()
  }

  private take(): Row[] {
    const { rows } = this
    this.rows = []
    return rows
  }
}

function isPlain(cell: string): boolean {
  for (let index = 0; index < cell.length; index += 1) {
    if (cell.charCodeAt(index) > 126) {
      return false
    }
  }
  return true
}

async function startOf(source: Source): Promise<number> {
  const first = await head(source, BYTE_ORDER_MARK.length)
  return first.equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0
}

async function nextLine(source: Source, offset: number): Promise<number> {
  let place = offset
  for await (const chunk of await source.read(offset)) {
    const at = (chunk as Buffer).indexOf(LINE_FEED)
    if (at >= 0) {
      return place + at + 1
    }
    place += chunk.length
  }
  return source.size
}
