/**
 * Writing a file: rows go through it one after the other, so memory stays the same whatever its length. Cells that a
 * spreadsheet would take for a formula are defused in CSV; in XLSX every text is a text cell, whatever it begins with.
 */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeCsvStream } from 'hucre/csv'
import { writeXlsxStream } from 'hucre/xlsx'
import type { ExportFormat } from '../../domain/office/exports'
import type { Cell } from './export-rows'

/** Longer digit texts lose their end when a spreadsheet makes numbers of them. */
const EXACT_DIGITS = 15
const COLUMN_WIDTH = 18

/** @param file path on this machine */
export async function writeFile(
  file: string,
  format: ExportFormat,
  heads: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
): Promise<void> {
  const stream = format === 'csv' ? csv(heads, rows) : xlsx(heads, rows)
  await pipeline(Readable.fromWeb(stream as never), createWriteStream(file))
}

function xlsx(heads: readonly string[], rows: AsyncIterable<readonly Cell[]>) {
  const columns = heads.map((header) => ({ header, width: COLUMN_WIDTH }))
  return writeXlsxStream(withoutEmpty(rows), { name: 'Sheet1', columns, freezePane: { rows: 1 } })
}

function csv(heads: readonly string[], rows: AsyncIterable<readonly Cell[]>) {
  return writeCsvStream(keptAsText(rows), { headers: [...heads], bom: true, escapeFormulae: true })
}

async function* withoutEmpty(rows: AsyncIterable<readonly Cell[]>) {
  for await (const row of rows) {
    yield row.map((cell) => (cell === '' ? null : cell))
  }
}

// CSV has no types: an apostrophe, as for formulas, is what keeps an ID number whole.
async function* keptAsText(rows: AsyncIterable<readonly Cell[]>) {
  for await (const row of rows) {
    yield row.map((cell) => (isLongNumber(cell) ? `'${cell}` : cell))
  }
}

function isLongNumber(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length > EXACT_DIGITS && /^\d+$/.test(cell)
}
