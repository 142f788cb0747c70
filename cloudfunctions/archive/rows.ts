/** Rows of a file, whatever its format, and the place from which reading goes on. */
import type { FileFormat } from '../_kit/records/archive'
import { csvRows } from './csv-rows'
import type { Source } from './source'
import { xlsxRows } from './xlsx-rows'

/**
 * A place between two rows. `offset` counts bytes of a CSV file, characters of an XLSX sheet; `row` is the number of
 * the last row before it.
 */
export type Place = { offset: number; row: number }

export const BEGINNING: Place = { offset: 0, row: 0 }

/** `cells`: null when the row cannot be read. `next`: the place after the row. */
export type Row = { number: number; cells: string[] | null; next: Place }

/** The file cannot be read to its end: damaged, or the upload broke off. */
export class Unreadable extends Error {
  constructor(cause: unknown) {
    // The cause may quote the file; it is left out.
    super('The file cannot be read')
    this.name = cause instanceof Error ? `Unreadable (${cause.name})` : 'Unreadable'
  }
}

/**
 * The rows after a place, in arrays as they come.
 * @throws Unreadable
 */
export function rowsOf(source: Source, format: FileFormat, from: Place): AsyncGenerator<Row[]> {
  return format.type === 'csv' ? csvRows(source, format, from) : xlsxRows(source, format.sheet, from)
}

/** The first rows, at most `count` of them; the rest is not read. */
export async function take(batches: AsyncGenerator<Row[]>, count: number): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of batches) {
    rows.push(...batch.slice(0, count - rows.length))
    if (rows.length >= count) {
      break
    }
  }
  return rows
}
