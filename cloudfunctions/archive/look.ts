/** A first look at a file: what it is, which sheets and columns it has, how many rows. Nothing is kept of its rows. */
import { findHeader } from '../../domain/archive/import-headers'
import { type ImportKind, MOST_MEGABYTES } from '../../domain/archive/import-kinds'
import { isBlank } from '../../domain/archive/import-rows'
import { ok, type Result, refuse } from '../../domain/result'
import type { FileFormat } from '../_kit/records/archive'
import type { ArchiveRefusal } from './answer'
import { csvFormat } from './csv-format'
import { countRows } from './row-count'
import { BEGINNING, type Place, type Row, rowsOf, take, Unreadable } from './rows'
import { head, type Source } from './source'
import { Workbook } from './xlsx-parts'
import { firstSheetRows } from './xlsx-rows'

const MEGABYTE = 1024 * 1024
const SAMPLE_BYTES = 256 * 1024
/** Rows read before the headers must have been found, with enough below them for a sample. */
const FIRST_ROWS = 40
const ZIP = Buffer.from('PK\u0003\u0004')

export type Look = {
  hash: string
  format: FileFormat
  sheets: string[]
  headers: string[]
  /** The place after the headers. */
  start: Place
  /** The first rows below the headers that are not blank. */
  sample: string[][]
  total: number
}

/** Looks at a file. @param sheet the one to read; the first when there is none of this name */
export async function look(source: Source, kind: ImportKind, sheet?: string): Promise<Result<Look, ArchiveRefusal>> {
  if (source.size > MOST_MEGABYTES * MEGABYTE) {
    return refuse('import_too_large', { most: MOST_MEGABYTES })
  }
  try {
    const sample = await head(source, SAMPLE_BYTES)
    return sample.subarray(0, ZIP.length).equals(ZIP)
      ? await lookAtWorkbook(source, kind, sheet)
      : await lookAtText(source, kind, sample)
  } catch (error) {
    if (error instanceof Unreadable) {
      return refuse('import_file_unreadable')
    }
    throw error
  }
}

async function lookAtText(source: Source, kind: ImportKind, sample: Buffer): Promise<Result<Look, ArchiveRefusal>> {
  if (sample.length === 0) {
    return refuse('import_empty')
  }
  const format = csvFormat(sample)
  return format ? lookAtRows(source, kind, format, []) : refuse('import_type_unsupported')
}

async function lookAtWorkbook(source: Source, kind: ImportKind, sheet = ''): Promise<Result<Look, ArchiveRefusal>> {
  const workbook = await Workbook.open(source)
  const sheets = workbook.has('xl/workbook.xml') ? (await workbook.sheets()).map(({ name }) => name) : []
  if (sheets.length === 0) {
    return refuse('import_type_unsupported')
  }
  // The first sheet is often a cover; the first one with rows is meant.
  for (const name of sheets.includes(sheet) ? [sheet] : sheets) {
    const seen = await lookAtRows(source, kind, { type: 'xlsx', sheet: name }, sheets)
    if (seen.ok || seen.code !== 'import_empty') {
      return seen
    }
  }
  return refuse('import_empty')
}

async function lookAtRows(
  source: Source,
  kind: ImportKind,
  format: FileFormat,
  sheets: string[],
): Promise<Result<Look, ArchiveRefusal>> {
  const rows = await firstRows(source, format)
  const header = findHeader(
    kind,
    rows.map(({ cells }) => cells ?? []),
  )
  const start = header && rows[header.at]?.next
  const sample = rows.slice((header?.at ?? 0) + 1).flatMap(({ cells }) => (cells && !isBlank(cells) ? [cells] : []))
  if (!header || !start || sample.length === 0) {
    return refuse('import_empty')
  }
  const counted = await countRows(source, format, start)
  return ok({ ...counted, format, sheets, headers: header.headers, start, sample })
}

async function firstRows(source: Source, format: FileFormat): Promise<Row[]> {
  return format.type === 'xlsx'
    ? firstSheetRows(source, format.sheet, FIRST_ROWS)
    : take(rowsOf(source, format, BEGINNING), FIRST_ROWS)
}
