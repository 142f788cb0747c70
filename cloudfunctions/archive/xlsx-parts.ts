/**
 * The parts of an XLSX file (ECMA-376): a ZIP archive of XML files. The archive's directory and each part are fetched
 * by range requests when they are needed; nothing else of the file is.
 */
import { PassThrough, pipeline, type Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl'
import { Unreadable } from './rows'
import type { Source } from './source'

class RangeReader extends RandomAccessReader {
  constructor(private readonly source: Source) {
    super()
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const stream = new PassThrough()
    this.source.read(start, end).then(
      (bytes) => pipeline(bytes, stream, () => undefined),
      (error) => stream.destroy(error),
    )
    return stream
  }
}

/** One sheet and the part that holds it. */
export type Sheet = { name: string; part: string }

export class Workbook {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws Unreadable when it is no whole ZIP archive */
  static async open(source: Source): Promise<Workbook> {
    const options = { lazyEntries: true, autoClose: false }
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      fromRandomAccessReader(new RangeReader(source), source.size, options, (error, opened) => {
        error ? reject(new Unreadable(error)) : resolve(opened)
      })
    })
    return new Workbook(zip, await entriesOf(zip))
  }

  /** The sheets in the order of their tabs. */
  async sheets(): Promise<Sheet[]> {
    const targets = new Map<string, string>()
    await this.parse('xl/_rels/workbook.xml.rels', (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') {
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
      }
    })
    const sheets: Sheet[] = []
    await this.parse('xl/workbook.xml', (name, attributes) => {
      const id = Object.keys(attributes).find((attribute) => attribute.endsWith(':id'))
      const part = name === 'sheet' ? targets.get(attributes[id ?? ''] ?? '') : undefined
      if (part && this.entries.has(part)) {
        sheets.push({ name: attributes.name ?? '', part })
      }
    })
    return sheets
  }

  has(part: string): boolean {
    return this.entries.has(part)
  }

  /** The text of a part, in pieces. @throws Unreadable */
  async *text(part: string): AsyncGenerator<string> {
    const entry = this.entries.get(part)
    if (!entry) {
      throw new Unreadable(null)
    }
    try {
      const stream = await new Promise<Readable>((resolve, reject) => {
        this.zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
      })
      stream.setEncoding('utf8')
      yield* stream
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable(error)
    }
  }

  private async parse(part: string, onOpen: (name: string, attributes: Record<string, string>) => void) {
    const parser = new SaxesParser({ position: false })
    parser.on('opentag', ({ name, attributes }) => onOpen(localName(name), attributes as Record<string, string>))
    for await (const piece of this.text(part)) {
      write(parser, piece)
    }
  }
}

/** A tag's name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** @throws Unreadable when the text is no XML */
export function write(parser: SaxesParser, text: string): void {
  try {
    parser.write(text)
  } catch (error) {
    throw new Unreadable(error)
  }
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', (error) => reject(new Unreadable(error)))
    zip.readEntry()
  })
}
