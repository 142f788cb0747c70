/**
 * How many rows a file has below its headers, for the progress bar, and its SHA-256, by which the same file is known
 * again. No row is taken apart for either.
 */
import { createHash, type Hash } from 'node:crypto'
import type { FileFormat } from '../_kit/records/archive'
import { CsvRowCounter } from './csv-count'
import type { CsvFormat } from './csv-format'
import type { Place } from './rows'
import type { Source } from './source'
import { Workbook } from './xlsx-parts'

/** `total`: rows in which something stands. */
export type Counted = { total: number; hash: string }

const ROW_TAG = /<(?:\w+:)?row[\s>/]/g
/** A tag may be cut in two by the end of a piece. */
const LONGEST_TAG = 24

/** @param start the place after the headers */
export async function countRows(source: Source, format: FileFormat, start: Place): Promise<Counted> {
  const hash = createHash('sha256')
  const total =
    format.type === 'csv'
      ? await countTextRows(source, format, start, hash)
      : await countSheetRows(source, format.sheet, start, hash)
  return { total, hash: hash.digest('hex') }
}

async function countTextRows(source: Source, { delimiter }: CsvFormat, start: Place, hash: Hash): Promise<number> {
  const counter = new CsvRowCounter(delimiter)
  let seen = 0
  for await (const chunk of await source.read(0)) {
    hash.update(chunk)
    counter.write(chunk.subarray(Math.max(0, start.offset - seen)))
    seen += chunk.length
  }
  return counter.end()
}

async function countSheetRows(source: Source, sheetName: string, start: Place, hash: Hash): Promise<number> {
  for await (const chunk of await source.read(0)) {
    hash.update(chunk)
  }
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
