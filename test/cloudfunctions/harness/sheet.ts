/**
 * Reads exported files without the library that writes them: CSV by RFC 4180, XLSX by the ZIP directory and the sheet's
 * own XML, so that a file which only its writer understands fails the test.
 */
import { inflateRawSync } from 'node:zlib'

/** The rows of a CSV file; the byte order mark must be there. */
export function readCsv(bytes: Buffer): string[][] {
  const text = bytes.toString('utf8')
  if (!text.startsWith('\ufeff')) {
    throw new Error('The file has no byte order mark: Excel would not take it for UTF-8.')
  }
  const rows: string[][] = [[]]
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy
  field.lastIndex = 1
  while (field.lastIndex < text.length) {
    const [, value = '', end] = field.exec(text) ?? []
    rows[rows.length - 1]?.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value)
    if (end === '\r\n' && field.lastIndex < text.length) {
      rows.push([])
    }
  }
  return rows
}

export type SheetCell = { text: string; type: 'text' | 'number' | 'empty' }

/** The rows of the only sheet of an XLSX file. */
export function readXlsx(bytes: Buffer): SheetCell[][] {
  const xml = unzip(bytes).get('xl/worksheets/sheet1.xml')?.toString('utf8') ?? ''
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => cellsOf(row))
}

function cellsOf(row: string): SheetCell[] {
  const cells: SheetCell[] = []
  for (const [, letters = 'A', attributes = '', body = ''] of row.matchAll(
    /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
  )) {
    const place = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    while (cells.length < place) {
      cells.push({ text: '', type: 'empty' })
    }
    const text = /<(?:t|v)(?: [^>]*)?>(.*?)<\/(?:t|v)>/s.exec(body)?.[1] ?? ''
    cells.push({ text: plain(text), type: attributes.includes('t="inlineStr"') ? 'text' : 'number' })
  }
  return cells
}

function plain(xml: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return xml.replace(/&(\w+);/g, (all, name: string) => entities[name] ?? all)
}

/** The files of a ZIP archive, found by its central directory. */
function unzip(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const files = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, nameLength, extra, comment, start] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28)
    const data = bytes.subarray(from, from + size)
    files.set(name, bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data)
    at += 46 + nameLength + extra + comment
  }
  return files
}
