/** How many rows a file has below its headers, for the progress bar. A sheet's are counted without parsing them. */
import { isBlank } from '../../domain/archive/import-rows'
import type { FileFormat } from '../_kit/records/archive'
import { type Place, rowsOf } from './rows'
import type { Source } from './source'
import { Workbook } from './xlsx-parts'

const ROW_TAG = /<(?:\w+:)?row[\s>/]/g
/** A tag may be cut in two by the end of a piece. */
const LONGEST_TAG = 24

/** @param start the place after the headers */
export async function countRows(source: Source, format: FileFormat, start: Place): Promise<number> {
  return format.type === 'xlsx' ? countSheetRows(source, format.sheet, start) : countTextRows(source, format, start)
}

async function countTextRows(source: Source, format: FileFormat, start: Place): Promise<number> {
  let count = 0
  for await (const rows of rowsOf(source, format, start)) {
    count += rows.filter(({ cells }) => !cells || !isBlank(cells)).length
  }
  return count
}

async function countSheetRows(source: Source, sheetName: string, start: Place): Promise<number> {
  const workbook = await Workbook.open(source)
  const sheet = (await workbook.sheets()).find(({ name }) => name === sheetName)
  let seen = 0
  let count = 0
  let rest = ''
  for await (const piece of workbook.text(sheet?.part ?? '')) {
    const text = rest + piece.slice(Math.max(0, start.offset - seen))
    seen += piece.length
    const upTo = Math.max(0, text.length - LONGEST_TAG)
    count += [...text.matchAll(ROW_TAG)].filter(({ index }) => index < upTo).length
    rest = text.slice(upTo)
  }
  return count + [...rest.matchAll(ROW_TAG)].length
}
