/** Rows of a CSV file counted without taking them apart: as many as reading them finds, however the bytes arrive. */

import { Readable } from 'node:stream'
import fc from 'fast-check'
import { isBlank } from '../../../domain/archive/import-rows'
import { functionKeys } from '../harness/keys'
import { csv } from '../harness/spreadsheet'

Object.assign(process.env, functionKeys)

type Modules = typeof import('../../../cloudfunctions/archive/csv-count') &
  typeof import('../../../cloudfunctions/archive/csv-rows')
let archive: Modules

beforeAll(async () => {
  const count = await import('../../../cloudfunctions/archive/csv-count')
  const rows = await import('../../../cloudfunctions/archive/csv-rows')
  archive = { ...count, ...rows }
})

function counted(bytes: Buffer, delimiter: string, size: number): number {
  const counter = new archive.CsvRowCounter(delimiter)
  for (let at = 0; at < bytes.length; at += size) {
    counter.write(bytes.subarray(at, at + size))
  }
  return counter.end()
}

/** What reading finds: rows that cannot be read, and those in which something stands. */
async function read(bytes: Buffer, delimiter: string): Promise<number> {
  const source = {
    size: bytes.length,
    read: async (start: number, end?: number) => Readable.from([bytes.subarray(start, end)]),
  }
  const format = { type: 'csv', encoding: 'utf-8', delimiter } as const
  let rows = 0
  for await (const batch of archive.csvRows(source, format, { offset: 0, row: 0 })) {
    rows += batch.filter(({ cells }) => !cells || !isBlank(cells)).length
  }
  return rows
}

const cell = fc.oneof(
  fc.constantFrom('', ' ', '"', '""', 'a"b', '张三', '1', 'x,y', 'x;y', 'two\nlines', 'two\r\nlines', '\t'),
  fc.string({ maxLength: 6 }),
)

test('whatever stands in the cells, and wherever a piece of the file ends', async () => {
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom(',', ';', '\t'),
      fc.integer({ min: 1, max: 40 }),
      async (cells, by, size) => {
        const bytes = Buffer.from(csv(cells, by))
        expect(counted(bytes, by, size)).toBe(await read(bytes, by))
      },
    ),
    { numRuns: 400 },
  )
})

const line = (n: number) => `张三,${n},学院`
const lines = (count: number) => Array.from({ length: count }, (_, n) => line(n))

test.each([
  ['no row', '', 0],
  ['only line ends', '\r\n\n\r\n', 0],
  ['only delimiters and quotation marks', ',,,\n"",""\n"  ", \n', 0],
  ['a last row without its line end', 'a,b\nc,d', 2],
  ['line ends of an old Mac', 'a,b\rc,d\r', 2],
  ['a doubled quotation mark at the end of a cell', '"a""",b\n"c","d"""\n', 2],
  ['a quotation mark within a cell that has none around it', 'a"b,c\nd,e"\n', 2],
])('%s', async (_, text, rows) => {
  expect(counted(Buffer.from(text), ',', 3)).toBe(rows)
  expect(await read(Buffer.from(text), ',')).toBe(rows)
})

test('a quotation mark that nobody closes costs its own row, and those that it swallowed count', async () => {
  const text = [...lines(20), `"${line(20)}`, ...lines(5000)].join('\n')
  expect(counted(Buffer.from(text), ',', 1000)).toBe(5021)
  expect(await read(Buffer.from(text), ',')).toBe(5021)
  const short = [...lines(2), `"${line(2)}`, ...lines(3)].join('\n')
  expect(counted(Buffer.from(short), ',', 1000)).toBe(6)
  expect(await read(Buffer.from(short), ',')).toBe(6)
})
